import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblemError } from './http-problem.error';

const TIMERS = new WeakMap<FastifyRequest, NodeJS.Timeout>();

/** A client that does not finish its JSON body in time gets 408. A stream, which is worked on as it comes, may take longer. */
export function limitBodyTime(server: FastifyInstance, milliseconds: number): void {
  server.addHook('preParsing', (request, _reply, payload, done) => {
    if ((request.routeOptions.config as { consumes?: string }).consumes === undefined) {
      const timer = setTimeout(() => payload.destroy(tooSlow()), milliseconds);
      TIMERS.set(request, timer);
    }
    done(null, payload);
  });
  server.addHook('preValidation', (request, _reply, done) => {
    clearTimeout(TIMERS.get(request));
    done();
  });
  server.addHook('onResponse', (request, _reply, done) => {
    clearTimeout(TIMERS.get(request));
    done();
  });
}

function tooSlow(): HttpProblemError {
  return new HttpProblemError({
    status: 408,
    code: 'REQUEST_TIMEOUT',
    detail: 'The body did not arrive in time.',
    headers: { Connection: 'close' },
  });
}
