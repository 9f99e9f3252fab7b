import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { RequestMeter } from '@fleet/application/shared/request-meter';
import { FollowedRequest, Tracing } from '@fleet/application/shared/tracing';

declare module 'fastify' {
  interface FastifyRequest {
    /** Where requests are followed. */
    followed: FollowedRequest | null;
  }
}

/** The client went away before it was answered; the number is nginx's. */
const CLIENT_GONE = 499;

/** Tells the log, the meter and the trace of every request, answered or not. */
export class RequestLog {
  constructor(
    private readonly logger: Logger,
    private readonly meter: RequestMeter,
    private readonly tracing: Tracing,
  ) {}

  install(server: FastifyInstance): void {
    server.decorateRequest('followed', null);
    server.addHook('onRequest', (request, reply, done) => {
      this.meter.began();
      reply.raw.once('close', () => this.ended(request, reply));
      const followed = this.tracing.arrived(request.method, request.headers.traceparent as string | undefined);
      if (!followed) return done();
      request.followed = followed;
      void reply.header('traceparent', followed.traceparent);
      followed.run(done);
    });
  }

  /** For a request that is over before the hook of {@link install} comes to it. */
  unheard(request: FastifyRequest, reply: FastifyReply): void {
    this.meter.began();
    this.ended(request, reply);
  }

  private ended(request: FastifyRequest, reply: FastifyReply): void {
    const { method, arrivedAt } = request;
    // One that the framework refuses is over before anybody has looked at the clock.
    const milliseconds = arrivedAt ? performance.now() - arrivedAt : 0;
    // The pattern: the address itself may hold somebody's name or number.
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.raw.writableEnded ? reply.statusCode : CLIENT_GONE;
    request.followed?.answered(route, status);
    this.meter.ended({ method, route, status }, milliseconds);
    this.logger.info(
      {
        requestId: request.id,
        traceId: request.followed?.traceId,
        method,
        route,
        // Left out where nobody is known; a request that was refused before it was looked at has not even the field.
        actor: request.principal?.actor,
        status,
        ms: Math.round(milliseconds * 10) / 10,
      },
      'request',
    );
  }
}
