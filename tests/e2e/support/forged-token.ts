import { createHmac } from 'node:crypto';

type Part = Record<string, unknown>;

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Part;

interface Changes {
  readonly header?: Part;
  readonly claims?: Part;
  /** Other than the server's; null for no signature at all. */
  readonly key?: Buffer | null;
}

/** A good token, changed and signed anew with HMAC SHA-256. What is undefined is left out. */
export function forgedToken(token: string, key: Buffer, changes: Changes): string {
  const [header, claims] = token.split('.').map((part, index) => (index < 2 ? decode(part) : {}));
  const text = `${encode({ ...header, ...changes.header })}.${encode({ ...claims, ...changes.claims })}`;
  if (changes.key === null) return `${text}.`;
  return `${text}.${createHmac('sha256', changes.key ?? key)
    .update(text)
    .digest('base64url')}`;
}

/** A token that was good until a minute ago. */
export function expiredToken(token: string, key: Buffer): string {
  const now = Math.floor(Date.now() / 1000);
  return forgedToken(token, key, { claims: { iat: now - 960, exp: now - 60 } });
}
