import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblemError } from './http-problem.error';

/** The event loop standing still this long means that requests come faster than they are answered. */
const MAX_EVENT_LOOP_DELAY_MS = 1_500;
const TICK_MS = 100;
const SAMPLE_MS = 1_000;
/** Until then the samples still hold how long the start kept the event loop. */
const SAMPLES_OF_THE_START_MS = 2 * SAMPLE_MS;

const OVERLOADED = {
  status: 503,
  code: 'UNAVAILABLE',
  detail: 'The service is overloaded. Try again in a moment.',
  headers: { 'Retry-After': '1' },
};

/**
 * Refuses requests before the process chokes on them. Liveness is answered all the same: whoever restarts a busy
 * process only makes the others busier.
 */
export async function refuseOverload(server: FastifyInstance): Promise<void> {
  refuseFlood(server);
  let listeningSince = Infinity;
  server.addHook('onListen', (done) => {
    listeningSince = performance.now();
    done();
  });
  await server.register(underPressure, {
    maxEventLoopDelay: MAX_EVENT_LOOP_DELAY_MS,
    sampleInterval: SAMPLE_MS,
    pressureHandler: async (request) => {
      const isStarting = performance.now() - listeningSince < SAMPLES_OF_THE_START_MS;
      if (!isStarting && !asksForLiveness(request)) throw new HttpProblemError(OVERLOADED);
    },
  });
}

/**
 * As long as sockets have something to read, the event loop does not come to its timers: in a flood from thousands of
 * connections not for minutes, and neither does the measuring of its delay.
 */
function refuseFlood(server: FastifyInstance): void {
  let lastTick = performance.now();
  const timer = setInterval(() => (lastTick = performance.now()), TICK_MS).unref();
  server.addHook('onClose', (_server, done) => {
    clearInterval(timer);
    done();
  });
  server.addHook('onRequest', (request, _reply, done) => {
    const isFlooded = performance.now() - lastTick > MAX_EVENT_LOOP_DELAY_MS;
    done(isFlooded && !asksForLiveness(request) ? new HttpProblemError(OVERLOADED) : undefined);
  });
}

function asksForLiveness({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url === '/health';
}
