import { isIP } from 'node:net';
import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';

/** How many proxies stand in front, or their addresses; nothing is believed of anybody else's `X-Forwarded-…`. */
export type TrustedProxies = number | readonly string[];

/** A variable such as `1` or `10.0.0.0/8,127.0.0.1`. */
export function IsTrustedProxies(): PropertyDecorator {
  const read = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? parseProxies(value) : value));
  return (target, propertyName) => {
    read(target, propertyName);
    registerDecorator({
      name: 'isTrustedProxies',
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message: '$property must be a number of proxies from 1 to 10, or their addresses such as 10.0.0.0/8' },
      validator: { validate: (value: unknown) => typeof value === 'number' || Array.isArray(value) },
    });
  };
}

function parseProxies(text: string): TrustedProxies | string {
  if (/^\d+$/.test(text)) return Number(text) >= 1 && Number(text) <= 10 ? Number(text) : text;
  const addresses = text.split(',').map((part) => part.trim());
  return addresses.every(isAddressOrRange) ? addresses : text;
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
