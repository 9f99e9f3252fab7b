import type { Server } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyHttpOptions, FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { ActionContext } from '@fleet/application/shared/action-context';
import { RequestMeter } from '@fleet/application/shared/request-meter';
import { Tracing } from '@fleet/application/shared/tracing';
import { answerBrokenConnections, refuseBrokenRequests } from './broken-connections';
import { readBodies } from './bodies';
import { readClientAddresses } from './client-address';
import { leaveOutGone } from './leave-out-gone';
import { limitBodyTime } from './body-time-limit';
import { ruleCaches } from './cache-rules';
import { compressAnswers } from './compression';
import { letPagesIn } from './cors';
import { requireRepeatRules } from './idempotency/require-repeat-rules';
import { closeUnusedConnections } from './open-connections';
import { Overload } from './overload/overload';
import { ProblemReplies } from './problem-replies';
import { closeQueuedAnswers } from './queued-answers';
import { RequestLimits } from './rate-limits/request-limits';
import { RequestLog } from './request-log';
import { followRequests, requestIdOf } from './request-id';
import { answerResources } from './resource-answers';
import { RouteTable } from './route-table';
import { CarefulResponse, stayWithTls } from './security-headers';

export interface HttpSettings {
  /** The largest JSON body, in bytes. */
  readonly bodyLimit: number;
  /** The largest file of a form, in bytes. */
  readonly fileLimit: number;
  /** How long a client may take to send a request, in milliseconds. */
  readonly requestTimeout: number;
  /** Requests that are worked on at once; more are refused. Those whose bodies are on their way are counted apart. */
  readonly maxRequestsInFlight: number;
  /** Origins that browsers may call from; none means no CORS at all. */
  readonly corsOrigins: readonly string[];
  /** Whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed: so many proxies in front, or these; else nobody's. */
  readonly trustProxy: number | readonly string[] | undefined;
}

/** Nest's Fastify adapter, with the error and body handling of this product instead of Nest's. */
class ProblemFastifyAdapter extends FastifyAdapter {
  override setErrorHandler(): FastifyInstance {
    return this.getInstance();
  }

  override setNotFoundHandler(): FastifyInstance {
    return this.getInstance();
  }

  override registerParserMiddleware(): void {
    // Bodies are read by `readBodies`.
  }
}

export async function createHttpServer(
  settings: HttpSettings,
  context: ActionContext,
  logger: Logger,
  limits: RequestLimits,
  meter: RequestMeter,
  tracing: Tracing,
): Promise<FastifyAdapter> {
  const log = new RequestLog(logger, meter, tracing);
  const replies = new ProblemReplies(logger);
  const adapter = new ProblemFastifyAdapter(serverOptions(settings, replies, log));
  const server = adapter.getInstance<FastifyInstance>();
  server.server.headersTimeout = settings.requestTimeout;
  closeQueuedAnswers(server.server);
  closeUnusedConnections(server);
  const overload = new Overload(settings.maxRequestsInFlight, logger);
  overload.letIn(server, (request, reply) => log.unheard(request, reply));
  if (settings.trustProxy !== undefined) {
    readClientAddresses(server);
    stayWithTls(server);
  }
  followRequests(server, context);
  log.install(server);
  // What sets headers comes before what refuses.
  await compressAnswers(server);
  ruleCaches(server);
  await letPagesIn(server, settings.corsOrigins);
  await overload.refuse(server);
  refuseBrokenRequests(server);
  const routes = new RouteTable(server, limits);
  leaveOutGone(server);
  readBodies(server, settings.fileLimit);
  overload.awaitBodies(server);
  limitBodyTime(server, settings.requestTimeout, replies);
  answerResources(server);
  requireRepeatRules(server);
  server.setErrorHandler((error: FastifyError, request, reply) => replies.send(error, request, reply));
  server.setNotFoundHandler((request, reply) => replies.sendProblem(routes.missing(request, reply), request, reply));
  return adapter;
}

type ServerOptions = FastifyHttpOptions<Server> & { skipMiddie: boolean };

function serverOptions(settings: HttpSettings, replies: ProblemReplies, log: RequestLog): ServerOptions {
  return {
    http: {
      // Node looks for headers that are late every 30 s, unless told otherwise.
      connectionsCheckingInterval: Math.ceil(settings.requestTimeout / 10),
      // Node's own answer is no problem document: `refuseBrokenRequests` gives one.
      requireHostHeader: false,
      ServerResponse: CarefulResponse,
    },
    bodyLimit: settings.bodyLimit,
    trustProxy: typeof settings.trustProxy === 'object' ? [...settings.trustProxy] : (settings.trustProxy ?? false),
    genReqId: requestIdOf,
    requestIdHeader: false,
    // The body has a limit of its own, which an import that streams for minutes does not share.
    requestTimeout: 0,
    forceCloseConnections: 'idle',
    // While stopping, requests of open connections are still answered, and told to close.
    return503OnClosing: false,
    clientErrorHandler: answerBrokenConnections,
    // These come before the hooks, which name and log every other request.
    frameworkErrors: (error, request, reply) => {
      void reply.header('X-Request-Id', request.id);
      replies.send(error, request, reply);
      log.unheard(request, reply);
    },
    routerOptions: { maxParamLength: 200 },
    skipMiddie: true,
  };
}
