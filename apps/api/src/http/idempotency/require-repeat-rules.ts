import type { FastifyInstance } from 'fastify';
import { RepeatConfig } from './idempotent';

/** Refuses to start with a POST that says neither that it takes an `Idempotency-Key` nor why it does not. */
export function requireRepeatRules(server: FastifyInstance): void {
  server.addHook('onRoute', ({ method, url, config }) => {
    const { takesIdempotencyKey } = (config ?? {}) as RepeatConfig;
    if ([method].flat().includes('POST') && takesIdempotencyKey === undefined) {
      throw new Error(`POST ${url} says nothing about repeats: give it @Idempotent() or @NotIdempotent('why').`);
    }
  });
}
