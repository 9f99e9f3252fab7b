import { Injectable } from '@nestjs/common';
import { LoginLimits } from '@fleet/application/identity/login-limits';
import { clientNetwork } from '@fleet/application/shared/client-network';
import { RateLimitedError, RateLimiter } from '@fleet/application/shared/rate-limiter';
import { emailKey } from '@fleet/domain/identity/email';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { RateLimits } from '@fleet/infrastructure/shared/rate-limits/rate-limits';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';

/** Of accounts the keys are hashes, whether there is such an account or not: Redis learns no address. */
@Injectable()
export class CountedLoginLimits extends LoginLimits {
  private readonly limiter: RateLimiter;

  constructor(
    limits: RateLimits,
    { environment }: Configuration,
    private readonly index: BlindIndex,
  ) {
    super();
    this.limiter = limits.limiter('login', environment.LOGIN_RATE_LIMIT);
  }

  async check(email: string, address: string): Promise<void> {
    // The client first: whoever has had its share does not use up that of other people's accounts.
    await this.count(`address:${clientNetwork(address)}`);
    await this.count(`account:${this.index.of('login limits', emailKey(email))}`);
  }

  private async count(key: string): Promise<void> {
    const quota = await this.limiter.consume(key);
    if (quota && !quota.allowed) throw new RateLimitedError('login', quota);
  }
}
