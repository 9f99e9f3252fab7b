import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { ApiKeySecrets } from '@fleet/application/identity/api-key-secrets';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';

/** Says what it is, so that a key that was left somewhere is found by a search for it. */
const MARK = 'fm_live_';
const KEY = /^fm_live_([A-Za-z0-9_-]{43})([0-9a-z]{7})$/;
const PREFIX_LENGTH = 12;

/** `fm_live_`, 256 random bits in base64url, and their checksum: what is misspelt is refused without a look anywhere. */
@Injectable()
export class CheckedApiKeySecrets extends ApiKeySecrets {
  constructor(private readonly index: BlindIndex) {
    super();
  }

  next(): string {
    const secret = randomBytes(32).toString('base64url');
    return `${MARK}${secret}${checksum(secret)}`;
  }

  prefixOf(key: string): string {
    return key.slice(0, PREFIX_LENGTH);
  }

  hashOf(key: string): string | null {
    const [, secret, sum] = KEY.exec(key) ?? [];
    return secret !== undefined && checksum(secret) === sum ? this.index.of('api keys', key) : null;
  }
}

function checksum(secret: string): string {
  return crc32(secret).toString(36).padStart(7, '0');
}
