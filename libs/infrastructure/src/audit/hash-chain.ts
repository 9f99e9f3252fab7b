import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { canonicalText, SealedEvent } from './sealed-event';

/** What stands for the seal before the first one. */
export const BEFORE_THE_FIRST = '';

/** Links each seal to the one before it, with a key that whoever has only the database does not have. */
@Injectable()
export class HashChain {
  constructor(private readonly secrets: BlindIndex) {}

  /** The seal of an event: HMAC-SHA-256 in base64url. @param sealedAt ISO 8601, so that no seal can pass for an earlier one */
  link(previous: string, event: SealedEvent, sealedAt: string): string {
    const hmac = createHmac('sha256', this.secrets.keyFor('event seals'));
    return hmac.update(`${previous}\n${sealedAt}\n${canonicalText(event)}`).digest('base64url');
  }
}
