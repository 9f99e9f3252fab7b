import compress from '@fastify/compress';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { configureRoute } from './route-config';

/** Below it the headers weigh more than what is saved. */
const THRESHOLD_BYTES = 1_024;

interface CompressionConfig {
  readonly compress?: false;
}

/** For answers with a secret: beside text that the client chose it could be guessed from the length of both together. */
export function Uncompressed(): MethodDecorator {
  return configureRoute({ compress: false } satisfies CompressionConfig);
}

/** Answers above 1 KB are compressed for clients that take it. Bodies of requests are not: see `readBodies`. */
export async function compressAnswers(server: FastifyInstance): Promise<void> {
  server.addHook('onRequest', (_request, reply, done) => {
    // On every answer: what a cache has of a small or plain one must not stand for the others either.
    void reply.header('Vary', 'accept-encoding');
    done();
  });
  server.addHook('onRoute', (route) => {
    const { compress: wanted } = (route.config ?? {}) as CompressionConfig;
    if (wanted === false) route.compress = false;
  });
  await server.register(compress, {
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: THRESHOLD_BYTES,
  });
  server.addHook('onRoute', (route) => {
    if (route.method === 'HEAD' && route.compress !== false) compressFirst(route);
  });
}

/** Before what drops the body: HEAD tells of the very answer that GET would send. */
function compressFirst(route: RouteOptions): void {
  const [compressed, ...others] = [route.onSend ?? []].flat().reverse();
  if (compressed) route.onSend = [compressed, ...others.reverse()];
}
