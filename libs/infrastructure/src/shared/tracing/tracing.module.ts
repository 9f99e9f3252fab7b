import { Module, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { Tracing } from '@fleet/application/shared/tracing';
import { followMethods } from './follow-methods';
import { Untraced } from './untraced';

/** Lets use cases and queries be followed, of which none knows. */
@Module({ imports: [DiscoveryModule] })
export class TracingModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly tracing: Tracing,
  ) {}

  onModuleInit(): void {
    if (this.tracing instanceof Untraced) return;
    for (const { instance, token } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null || typeof token !== 'function') continue;
      followMethods(instance as object, token.name, this.tracing);
    }
  }

  onApplicationShutdown(): Promise<void> {
    return this.tracing.close();
  }
}
