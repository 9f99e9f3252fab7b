import type { FastifyInstance } from 'fastify';

/** What an answer of the API depends on; whatever stands between must not give it to anybody else. */
const VARY = 'accept-encoding, authorization, x-api-key';

/** Browsers may keep an answer and ask each time whether it is still the same; nobody keeps those with secrets. */
export function ruleCaches(server: FastifyInstance): void {
  server.addHook('onRequest', ({ routeOptions }, reply, done) => {
    if (routeOptions.url?.startsWith('/api/')) {
      const hasSecrets = (routeOptions.config as { compress?: false }).compress === false;
      void reply.headers({ Vary: VARY, 'Cache-Control': hasSecrets ? 'no-store' : 'private, no-cache' });
    }
    done();
  });
}
