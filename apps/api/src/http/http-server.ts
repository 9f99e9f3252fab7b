import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import underPressure from '@fastify/under-pressure';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyServerOptions } from 'fastify';
import type { Logger } from 'pino';
import { ActionContext } from '@fleet/application/shared/action-context';
import { answerBrokenConnections } from './broken-connections';
import { readBodies } from './bodies';
import { limitBodyTime } from './body-time-limit';
import { ProblemReplies } from './problem-replies';
import { logRequests } from './request-log';
import { followRequests, requestIdOf } from './request-id';
import { RouteTable } from './route-table';

export interface HttpSettings {
  /** The largest JSON body, in bytes. */
  readonly bodyLimit: number;
  /** How long a client may take to send a request, in milliseconds. */
  readonly requestTimeout: number;
  /** Origins that browsers may call from; none means no CORS at all. */
  readonly corsOrigins: readonly string[];
}

/** The event loop standing still this long means that requests come faster than they are answered. */
const MAX_EVENT_LOOP_DELAY_MS = 1_500;

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
): Promise<FastifyAdapter> {
  const replies = new ProblemReplies(logger);
  const adapter = new ProblemFastifyAdapter(serverOptions(settings, replies));
  const server = adapter.getInstance<FastifyInstance>();
  const routes = new RouteTable(server);

  server.server.headersTimeout = settings.requestTimeout;
  followRequests(server, context);
  logRequests(server, logger);
  await server.register(underPressure, { maxEventLoopDelay: MAX_EVENT_LOOP_DELAY_MS, retryAfter: 1 });
  await server.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY_POLICY });
  if (settings.corsOrigins.length > 0) await server.register(cors, corsOptions(settings.corsOrigins));
  readBodies(server);
  limitBodyTime(server, settings.requestTimeout);
  server.setErrorHandler((error: FastifyError, request, reply) => replies.send(error, request, reply));
  server.setNotFoundHandler((request, reply) => replies.sendProblem(routes.missing(request, reply), request, reply));
  return adapter;
}

/** The documentation pages bring scripts, styles and pictures of their own and load nothing from elsewhere. */
const CONTENT_SECURITY_POLICY = {
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    workerSrc: ["'self'", 'blob:'],
    // Served over plain HTTP on a laptop as well.
    upgradeInsecureRequests: null,
  },
};

function corsOptions(origins: readonly string[]): object {
  return {
    origin: origins.includes('*') ? true : [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    exposedHeaders: ['ETag', 'Location', 'X-Request-Id', 'Retry-After'],
  };
}

type ServerOptions = FastifyServerOptions & { skipMiddie: boolean };

function serverOptions(settings: HttpSettings, replies: ProblemReplies): ServerOptions {
  return {
    bodyLimit: settings.bodyLimit,
    genReqId: requestIdOf,
    requestIdHeader: false,
    // The body has a limit of its own, which an import that streams for minutes does not share.
    requestTimeout: 0,
    forceCloseConnections: 'idle',
    // While stopping, requests of open connections are still answered, and told to close.
    return503OnClosing: false,
    clientErrorHandler: answerBrokenConnections,
    frameworkErrors: (error, request, reply) => replies.send(error, request, reply),
    routerOptions: { maxParamLength: 200 },
    skipMiddie: true,
  };
}
