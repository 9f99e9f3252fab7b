/** The list that a key belongs to: its first two parts. What happens to one part of a list happens to all of it. */
export function listOf(key: string): string {
  return key.split('/', 2).join('/');
}

export function isBelow(key: string, parent: string): boolean {
  return key === parent || key.startsWith(`${parent}/`);
}
