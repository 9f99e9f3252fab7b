import { Global, Module, OnApplicationShutdown } from '@nestjs/common';
import { Cache } from '@fleet/application/shared/cache';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { CacheFigures } from '@fleet/infrastructure/shared/metrics/cache-figures';
import { SharedRedis } from '@fleet/infrastructure/shared/redis/shared-redis';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';
import { Siblings } from '@fleet/infrastructure/shared/siblings/siblings';
import { RedisTier } from './redis-tier';
import { TieredCache } from './tiered-cache';

function openCache(
  { link }: SharedRedis,
  { environment }: Configuration,
  box: SecretBox,
  figures: CacheFigures,
  siblings: Siblings,
): TieredCache {
  const tier = link && new RedisTier(link, environment.REDIS_KEY_PREFIX, box, figures.redis);
  return new TieredCache(tier, figures, siblings);
}

@Global()
@Module({
  providers: [
    CacheFigures,
    {
      provide: TieredCache,
      inject: [SharedRedis, Configuration, SecretBox, CacheFigures, Siblings],
      useFactory: openCache,
    },
    { provide: Cache, useExisting: TieredCache },
  ],
  exports: [Cache, TieredCache],
})
export class CacheModule implements OnApplicationShutdown {
  constructor(private readonly cache: TieredCache) {}

  onApplicationShutdown(): void {
    this.cache.close();
  }
}
