import { Global, Module } from '@nestjs/common';
import { RateLimiter } from '@fleet/application/shared/rate-limiter';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { RateLimits } from './rate-limits';

@Global()
@Module({
  providers: [
    RateLimits,
    {
      provide: RateLimiter,
      inject: [RateLimits, Configuration],
      useFactory: (limits: RateLimits, { environment }: Configuration) =>
        limits.limiter('default', environment.RATE_LIMIT),
    },
  ],
  exports: [RateLimits, RateLimiter],
})
export class RateLimitsModule {}
