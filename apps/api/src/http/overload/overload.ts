import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { hasBody } from '../body-time-limit';
import { HttpProblemError } from '../http-problem.error';
import { callerKey } from '../rate-limits/request-limits';
import { AwaitedBodies } from './awaited-bodies';
import { isLetIn } from './let-in';
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

/** Requests whose bodies are on their way, beside so many that are worked on; most bodies come with their heads. */
const AWAITED_OF_CALLERS = 1 / 4;
/** Nobody has to send more than a password before it is known who that is. */
const AWAITED_OF_STRANGERS = 1 / 8;

/** One for all: where it was made tells nothing, and costs more than the answer. */
const OVERLOADED = new HttpProblemError({
  status: 503,
  code: 'UNAVAILABLE',
  detail: 'The service is overloaded. Try again in a moment.',
  headers: { 'Retry-After': '1' },
});

/**
 * Refuses requests before the process chokes on them. Whoever watches over it is answered all the same: who restarts a
 * busy process, or sends its requests elsewhere, only makes the others busier.
 */
export class Overload {
  private readonly line = new WaitingLine();
  private readonly refusals: Refusals;
  private readonly refused = new WeakSet<FastifyRequest>();
  private readonly awaitedOfCallers: AwaitedBodies;
  private readonly awaitedOfStrangers: AwaitedBodies;
  private inFlight = 0;

  /** @param mostInFlight requests that may wait or be worked on at once, but for those whose bodies are on their way */
  constructor(
    private readonly mostInFlight: number,
    logger: Logger,
  ) {
    this.refusals = new Refusals(logger);
    this.awaitedOfCallers = new AwaitedBodies(Math.ceil(mostInFlight * AWAITED_OF_CALLERS));
    this.awaitedOfStrangers = new AwaitedBodies(Math.ceil(mostInFlight * AWAITED_OF_STRANGERS));
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
      if (isLetIn(request)) return done();
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
      if (isLetIn(request)) return;
      this.refusals.note();
      throw OVERLOADED;
    });
  }

  /**
   * A client may take long to send a body, which costs it nothing, so what it has not sent holds no place of the others'.
   * Comes when it is known who calls, and before anybody waits for a body.
   */
  awaitBodies(server: FastifyInstance): void {
    server.addHook('preParsing', (request, reply, payload, done) => {
      if (!readsBody(request) || request.raw.complete || isLetIn(request)) return done(null, payload);
      const awaited = request.principal ? this.awaitedOfCallers : this.awaitedOfStrangers;
      const sender = callerKey(request);
      if (!awaited.isFullFor(sender)) {
        this.awaitBody(request, reply, awaited, sender);
        return done(null, payload);
      }
      // A body that came with its head has been read by then.
      setImmediate(() => {
        if (request.raw.complete) return done(null, payload);
        this.refusals.note();
        done(OVERLOADED);
      });
    });
  }

  /** It has its place again when the body is there, be it one too many: it has been let in. */
  private awaitBody({ raw }: FastifyRequest, reply: FastifyReply, awaited: AwaitedBodies, sender: string): void {
    let isAwaited = true;
    const ended = () => {
      if (!isAwaited) return;
      isAwaited = false;
      awaited.ended(sender);
      this.inFlight++;
    };
    this.inFlight--;
    awaited.began(sender);
    raw.once('end', ended);
    reply.raw.once('close', ended);
  }
}

/** The framework reads the bodies of no other method. */
function readsBody(request: FastifyRequest): boolean {
  return hasBody(request) && request.method !== 'GET' && request.method !== 'HEAD';
}
