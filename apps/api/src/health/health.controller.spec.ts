import type { FastifyReply } from 'fastify';
import { HealthController } from './health.controller';

const CHECKS = { database: true, cache: true };

/** What Nest calls first when the process is told to stop: what it calls next waits for jobs, then the port closes. */
it('is no longer ready from the first moment of a stop, and alive all the same', async () => {
  const reply = { code: jest.fn().mockReturnThis(), header: jest.fn().mockReturnThis() };
  const controller = new HealthController({ check: async () => CHECKS });
  const ready = () => controller.ready(reply as unknown as FastifyReply);
  expect(await ready()).toEqual({ status: 'ready', checks: CHECKS });
  expect(reply.code).not.toHaveBeenCalled();
  controller.onModuleDestroy();
  expect(await ready()).toEqual({ status: 'not ready', checks: CHECKS });
  expect(reply.code).toHaveBeenCalledWith(503);
  expect(reply.header).toHaveBeenCalledWith('Retry-After', '1');
  expect(controller.health()).toEqual({ status: 'ok' });
});
