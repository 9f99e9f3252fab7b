const GROUPS = 8;
/** A /64 is what a single customer gets, to choose addresses from at will. */
const NETWORK_GROUPS = 4;
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** What stands for a client that is known by its address alone: an IPv4 address, or the /64 of an IPv6 address. */
export function clientNetwork(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  return `${groupsOf(address).slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

/** All groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [scopeless = ''] = address.toLowerCase().split('%', 1);
  const [left = '', right = ''] = scopeless.split('::', 2);
  const [head, tail] = [groups(left), groups(right)];
  const missing = Math.max(GROUPS - head.length - tail.length, 0);
  return [...head, ...Array<string>(missing).fill('0'), ...tail];
}

function groups(text: string): string[] {
  return text === '' ? [] : text.split(':').map((group) => group.replace(/^0+(?=.)/, ''));
}
