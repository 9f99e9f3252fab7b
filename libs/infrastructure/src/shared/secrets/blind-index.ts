import { createHmac, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KEY_BYTES } from './key-list';
import { SecretKeys } from './secret-keys';

/** Keyed hashes: equal values are found and kept unique without being readable. Each purpose has a key of its own. */
@Injectable()
export class BlindIndex {
  private readonly derived = new Map<string, Buffer>();

  constructor(private readonly keys: SecretKeys) {}

  /** HMAC-SHA-256 in base64url, 43 characters. @param purpose such as `Drivers.LicenseNumber` */
  of(purpose: string, value: string): string {
    return createHmac('sha256', this.keyFor(purpose)).update(value).digest('base64url');
  }

  /** 32 bytes that serve this purpose alone. */
  keyFor(purpose: string): Buffer {
    let key = this.derived.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.keys.blindIndex, '', purpose, KEY_BYTES));
      this.derived.set(purpose, key);
    }
    return key;
  }
}
