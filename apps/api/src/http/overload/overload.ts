import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { HttpProblemError } from '../http-problem.error';
import { Refusals } from './refusals';
import { refuseInSlowTurns, watchTurns } from './slow-turns';
import { WaitingLine } from './waiting-line';

declare module 'fastify' {
  interface FastifyRequest {
    /** When its head had been read, on the clock of `performance`: what it waits in line is part of its time. */
    arrivedAt: number;
  }
}

/** When the first in line has waited this long, whoever comes would wait longer. */
const LONGEST_WAIT_MS = 2_000;

/** One for all: where it was made tells nothing, and costs more than the answer. */
const OVERLOADED = new HttpProblemError({
  status: 503,
  code: 'UNAVAILABLE',
  detail: 'The service is overloaded. Try again in a moment.',
  headers: { 'Retry-After': '1' },
});

/**
 * Refuses requests before the process chokes on them. Liveness is answered all the same: whoever restarts a busy
 * process only makes the others busier.
 */
export class Overload {
  private readonly line = new WaitingLine();
  private readonly refusals: Refusals;
  private readonly refused = new WeakSet<FastifyRequest>();
  private inFlight = 0;

  /** @param mostInFlight requests that may wait or be worked on at once */
  constructor(
    private readonly mostInFlight: number,
    logger: Logger,
  ) {
    this.refusals = new Refusals(logger);
  }

  /**
   * The first hook of all: what comes after a wait in line must be nobody else's.
   * @param left told of a request whose client went away while it waited: no other hook hears of it
   */
  letIn(server: FastifyInstance, left: (request: FastifyRequest, reply: FastifyReply) => void): void {
    const isTurnTooLong = watchTurns(server);
    server.decorateRequest('arrivedAt', 0);
    server.server.on('connection', () => this.line.connected());
    server.addHook('onRequest', (request, reply, done) => {
      request.arrivedAt = performance.now();
      if (asksForLiveness(request)) return done();
      if (this.inFlight >= this.mostInFlight || this.line.longestMs > LONGEST_WAIT_MS || isTurnTooLong()) {
        this.refused.add(request);
        return done();
      }
      this.inFlight++;
      reply.raw.once('close', () => this.inFlight--);
      this.line.enter(() => {
        // Nobody waits for what a client asked that has gone.
        if (request.raw.socket.destroyed) left(request, reply);
        else done();
      });
    });
    server.addHook('onClose', (_server, done) => {
      this.refusals.close();
      done();
    });
  }

  /** Comes after what names, logs and signs every answer. */
  async refuse(server: FastifyInstance): Promise<void> {
    server.addHook('onRequest', (request, _reply, done) => {
      if (!this.refused.has(request)) return done();
      this.refusals.note();
      done(OVERLOADED);
    });
    await refuseInSlowTurns(server, (request) => {
      if (asksForLiveness(request)) return;
      this.refusals.note();
      throw OVERLOADED;
    });
  }
}

function asksForLiveness({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url === '/health';
}
