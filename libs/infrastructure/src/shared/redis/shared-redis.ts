import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import { Tracing } from '@fleet/application/shared/tracing';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { Outbound } from '@fleet/infrastructure/shared/resilience/outbound';
import { RedisLink } from './redis-link';

/** The one connection that all share who need Redis. */
@Injectable()
export class SharedRedis implements OnApplicationShutdown {
  /** Null without `REDIS_URL`. */
  readonly link: RedisLink | null;

  constructor({ environment }: Configuration, outbound: Outbound, tracing: Tracing) {
    const { REDIS_URL } = environment;
    this.link = REDIS_URL ? new RedisLink(REDIS_URL, outbound.policy('redis'), tracing) : null;
    this.link?.open();
  }

  onApplicationShutdown(): void {
    this.link?.close();
  }
}
