import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { HttpProblemError } from './http-problem.error';

/** The event loop standing still this long means that requests come faster than they are answered. */
const MAX_EVENT_LOOP_DELAY_MS = 1_500;

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
  await server.register(underPressure, {
    maxEventLoopDelay: MAX_EVENT_LOOP_DELAY_MS,
    pressureHandler: async ({ routeOptions }) => {
      if (routeOptions.url !== '/health') throw new HttpProblemError(OVERLOADED);
    },
  });
}
