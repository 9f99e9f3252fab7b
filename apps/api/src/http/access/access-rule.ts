import type { FastifyRequest } from 'fastify';
import { AccessRule } from './access';

interface AccessConfig {
  readonly access?: AccessRule;
}

/** What a route says about who may call it. */
export function accessRuleIn(config: unknown): AccessRule | undefined {
  return (config as AccessConfig | undefined)?.access;
}

export function accessRuleOf({ routeOptions }: FastifyRequest): AccessRule | undefined {
  return accessRuleIn(routeOptions.config);
}
