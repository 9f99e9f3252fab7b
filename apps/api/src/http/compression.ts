import compress from '@fastify/compress';
import type { FastifyInstance, onSendHookHandler, RouteOptions } from 'fastify';

/** Below it the headers weigh more than what is saved. */
const THRESHOLD_BYTES = 1_024;
/** A secret beside text that the client chose could be guessed from the length of both together. */
const WITH_SECRETS = ['/api/auth/', '/api/api-keys'];

/** Answers above 1 KB are compressed for clients that take it. Bodies of requests are not: see `readBodies`. */
export async function compressAnswers(server: FastifyInstance): Promise<void> {
  server.addHook('onRequest', (_request, reply, done) => {
    // On every answer: what a cache has of a small or plain one must not stand for the others either.
    void reply.header('Vary', 'accept-encoding');
    done();
  });
  server.addHook('onRoute', (route) => {
    if (WITH_SECRETS.some((path) => route.url.startsWith(path))) route.compress = false;
    else if (route.method === 'HEAD') leaveOutLength(route);
  });
  await server.register(compress, {
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: THRESHOLD_BYTES,
  });
}

/** HEAD has nothing to compress, so it cannot say how long what GET sends would be. */
function leaveOutLength(route: RouteOptions): void {
  route.onSend = [route.onSend ?? [], withoutLength].flat();
}

const withoutLength: onSendHookHandler = (request, reply, payload, done) => {
  const isLong = Number(reply.getHeader('Content-Length')) >= THRESHOLD_BYTES;
  if (isLong && request.headers['accept-encoding'] !== undefined) void reply.removeHeader('Content-Length');
  done(null, payload);
};
