import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FileSeals, SealedFile, UnreadableFileError } from '@fleet/application/shared/uploads/file-seals';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Of the form below, so that another one can follow it. */
const VERSION = 1;

/** AES-256-GCM. A sealed file is a byte with the version, 12 of the nonce, 16 of the tag, and the encrypted content. */
@Injectable()
export class AesFileSeals extends FileSeals {
  seal(id: string, content: Uint8Array): SealedFile {
    const [key, iv] = [randomBytes(KEY_BYTES), randomBytes(IV_BYTES)];
    const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(id));
    const encrypted = [cipher.update(content), cipher.final()];
    return {
      key: key.toString('base64url'),
      content: Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), ...encrypted]),
      sha256: createHash('sha256').update(content).digest('hex'),
    };
  }

  open(id: string, key: string, sealed: Uint8Array): Uint8Array {
    const tagAt = 1 + IV_BYTES;
    const contentAt = tagAt + TAG_BYTES;
    try {
      if (sealed[0] !== VERSION) throw new Error('another version');
      const options = { authTagLength: TAG_BYTES };
      const decipher = createDecipheriv(CIPHER, Buffer.from(key, 'base64url'), sealed.subarray(1, tagAt), options);
      decipher.setAAD(Buffer.from(id)).setAuthTag(sealed.subarray(tagAt, contentAt));
      return Buffer.concat([decipher.update(sealed.subarray(contentAt)), decipher.final()]);
    } catch {
      // What exactly is wrong helps nobody but whoever tries keys.
      throw new UnreadableFileError(id);
    }
  }
}
