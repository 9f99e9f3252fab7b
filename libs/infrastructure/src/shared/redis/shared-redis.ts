import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { Outbound } from '@fleet/infrastructure/shared/resilience/outbound';
import { RedisLink } from './redis-link';

/** The one connection that all share who need Redis. */
@Injectable()
export class SharedRedis implements OnApplicationShutdown {
  /** Null without `REDIS_URL`. */
  readonly link: RedisLink | null;

  constructor({ environment }: Configuration, outbound: Outbound) {
    this.link = environment.REDIS_URL ? new RedisLink(environment.REDIS_URL, outbound.policy('redis')) : null;
    this.link?.open();
  }

  onApplicationShutdown(): void {
    this.link?.close();
  }
}
