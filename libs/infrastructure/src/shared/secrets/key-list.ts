/** A secret with the name that what it made carries: keys change, and what was made with an older one stays readable. */
export interface NamedKey {
  readonly id: string;
  readonly secret: Buffer;
}

export const KEY_BYTES = 32;

const KEY = /^([A-Za-z0-9_-]{1,16}):([A-Za-z0-9+/_-]+={0,2})$/;

/** Reads `id:base64,id:base64`; null when that is no list of keys of 32 bytes with different ids. */
export function parseKeyList(text: string): NamedKey[] | null {
  const keys = text.split(',').map((part) => parseKey(part.trim()));
  if (keys.some((key) => key === null)) return null;
  const ids = new Set(keys.map((key) => key!.id));
  return ids.size === keys.length ? (keys as NamedKey[]) : null;
}

/** 32 bytes in base64; null for anything else. */
export function parseSecret(text: string): Buffer | null {
  const secret = Buffer.from(text, 'base64');
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) && secret.length === KEY_BYTES ? secret : null;
}

function parseKey(text: string): NamedKey | null {
  const [, id, encoded] = KEY.exec(text) ?? [];
  const secret = encoded === undefined ? null : parseSecret(encoded);
  return id !== undefined && secret ? { id, secret } : null;
}
