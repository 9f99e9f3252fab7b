import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The event loop standing still this long means that requests come faster than they are answered. */
const MAX_EVENT_LOOP_DELAY_MS = 1_500;
const TICK_MS = 100;
const SAMPLE_MS = 1_000;
/** Until then the samples still hold how long the start kept the event loop. */
const SAMPLES_OF_THE_START_MS = 2 * SAMPLE_MS;

/** What holds up the event loop need not be requests that are read: a heavy statement does too. */
export async function refuseInSlowTurns(
  server: FastifyInstance,
  refuse: (request: FastifyRequest) => void,
): Promise<void> {
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
      if (!isStarting) refuse(request);
    },
  });
}

/**
 * As long as sockets have something to read, the event loop does not come to its timers: in a flood from thousands of
 * connections not for minutes, and neither does the measuring of its delay.
 *
 * @returns whether the present turn of the event loop takes too long
 */
export function watchTurns(server: FastifyInstance): () => boolean {
  let lastTick = performance.now();
  const timer = setInterval(() => (lastTick = performance.now()), TICK_MS).unref();
  server.addHook('onClose', (_server, done) => {
    clearInterval(timer);
    done();
  });
  return () => performance.now() - lastTick > MAX_EVENT_LOOP_DELAY_MS;
}
