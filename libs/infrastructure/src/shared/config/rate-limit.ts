import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';

/** So many requests in any stretch of so many seconds. */
export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
}

const RATE_LIMIT = /^([1-9]\d{0,6})\/([1-9]\d{0,4})s$/;

/** A variable such as `100/10s` becomes a limit, and `off` becomes null. */
export function IsRateLimit(): PropertyDecorator {
  const read = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? parseRateLimit(value) : value,
  );
  return (target, propertyName) => {
    read(target, propertyName);
    registerDecorator({
      name: 'isRateLimit',
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message: '$property must be off, or requests/seconds such as 100/10s' },
      validator: { validate: (value: unknown) => value === null || typeof value === 'object' },
    });
  };
}

function parseRateLimit(text: string): RateLimit | null | string {
  if (text === 'off') return null;
  const [, requests, seconds] = RATE_LIMIT.exec(text) ?? [];
  return requests && seconds ? { requests: Number(requests), seconds: Number(seconds) } : text;
}
