import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { NamedKey } from './key-list';

const CIPHER = 'aes-256-gcm';
const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A sealed text was changed, stands in another place than it was sealed for, or its key is not there. */
export class UnreadableSealError extends Error {
  constructor(reason: string) {
    super(`A sealed value cannot be opened: ${reason}.`);
    this.name = 'UnreadableSealError';
  }
}

/**
 * Encrypts a text as `v1:kid:iv:tag:ct`, the last three in base64url (AES-256-GCM).
 * @param place where it is kept, such as `Drivers.Name:<id>`: nowhere else can it be opened
 */
export function seal({ id, secret }: NamedKey, text: string, place: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, secret, iv).setAAD(Buffer.from(place));
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [VERSION, id, ...[iv, cipher.getAuthTag(), content].map((part) => part.toString('base64url'))].join(':');
}

/** @throws UnreadableSealError */
export function openSeal(keys: readonly NamedKey[], sealed: string, place: string): string {
  const [version, id, ...parts] = sealed.split(':');
  const key = keys.find((one) => one.id === id);
  const [iv, tag, content] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== VERSION || !iv || !tag || !content) throw new UnreadableSealError('it is no sealed value');
  if (!key) throw new UnreadableSealError(`the key ${id} is not there`);
  try {
    const decipher = createDecipheriv(CIPHER, key.secret, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
    return decipher.update(content, undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new UnreadableSealError('it was changed, or sealed for another place');
  }
}
