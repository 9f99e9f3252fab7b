import { Global, Module, OnApplicationShutdown } from '@nestjs/common';
import { Cache } from '@fleet/application/shared/cache';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';
import { RedisLink } from './redis-link';
import { RedisTier } from './redis-tier';
import { TieredCache } from './tiered-cache';

function openCache({ environment }: Configuration, box: SecretBox): TieredCache {
  const { REDIS_URL, REDIS_KEY_PREFIX } = environment;
  return new TieredCache(REDIS_URL ? new RedisTier(new RedisLink(REDIS_URL), REDIS_KEY_PREFIX, box) : null);
}

@Global()
@Module({
  providers: [
    { provide: TieredCache, inject: [Configuration, SecretBox], useFactory: openCache },
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
