import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '@fleet/domain/shared/clock';
import { AccessClaims, AccessTokens } from './access-tokens';

const MAX_TOKENS = 10_000;

/** Remembers the good tokens, because the same one comes with every call. */
@Injectable()
export class VerifiedTokens {
  private readonly known = new LRUCache<string, AccessClaims>({ max: MAX_TOKENS });

  constructor(
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
  ) {}

  /** Null for anything but a token of this installation that is good now. */
  check(token: string): AccessClaims | null {
    const known = this.known.get(token);
    if (known) {
      if (this.clock.now().getTime() < known.expiresAt) return known;
      this.known.delete(token);
    }
    const claims = this.tokens.check(token);
    // Only those: strangers could make up tokens without end.
    if (claims) this.known.set(token, claims);
    return claims;
  }
}
