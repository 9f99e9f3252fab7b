import { Body, Controller, Get, HttpCode, Module, Post, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsOptional, IsString } from 'class-validator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pino } from 'pino';
import { Authenticator } from '@fleet/application/identity/authenticator';
import { Principal } from '@fleet/application/identity/principal';
import { UnreadableFileError } from '@fleet/application/shared/uploads/file-seals';
import { Upload } from '@fleet/application/shared/uploads/uploaded-files';
import { AlsActionContext } from '@fleet/infrastructure/shared/context/als-action-context';
import { Access } from '@fleet/api/http/access/access';
import { identifyCallers } from '@fleet/api/http/access/identify-callers';
import { refuseCallers } from '@fleet/api/http/access/refuse-callers';
import { TakesForm } from '@fleet/api/http/forms/takes-form';
import { Uploads } from '@fleet/api/http/forms/uploads';
import { sendFile } from '@fleet/api/http/files/send-file';
import { createHttpServer } from '@fleet/api/http/http-server';
import { NotIdempotent } from '@fleet/api/http/idempotency/idempotent';
import { ProblemFilter } from '@fleet/api/http/problem.filter';
import { ProblemReplies } from '@fleet/api/http/problem-replies';
import { RequestLimits } from '@fleet/api/http/rate-limits/request-limits';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { Untraced } from '@fleet/infrastructure/shared/tracing/untraced';
import { RequestFigures } from '@fleet/infrastructure/shared/metrics/request-figures';
import { RequestValidationPipe } from '@fleet/api/http/request-validation.pipe';
import { aPngOf } from '@fleet/tests/builders/images';
import { aUser } from '@fleet/tests/builders/principals';
import { Client } from './client';

const SHAPE = { text: ['receivedBy', 'notes'], files: { signature: 1, photos: 5 } };
export const STORED = aPngOf(3_000);
const ONCE = 'it is a test';

class ProofRequest {
  @IsString()
  receivedBy: string;

  @IsOptional()
  @IsString()
  notes?: string;
}

/** What came, in a few words. */
function told(body: ProofRequest, uploads: readonly Upload[]): object {
  return { ...body, files: uploads.map(({ field, content }) => `${field} ${content.length}`) };
}

/** Paths that take forms, which tell what they were sent, and paths that send a file. */
@Controller()
class FormController {
  handled = 0;
  reads = 0;

  @Post('form')
  @Access('public')
  @NotIdempotent(ONCE)
  @HttpCode(200)
  @TakesForm(SHAPE)
  form(@Body() body: ProofRequest, @Uploads() uploads: readonly Upload[]): object {
    this.handled++;
    return told(body, uploads);
  }

  @Post('either')
  @Access('public')
  @NotIdempotent(ONCE)
  @HttpCode(200)
  @TakesForm(SHAPE, { orJson: true })
  either(@Body() body: ProofRequest, @Uploads() uploads: readonly Upload[]): object {
    return told(body, uploads);
  }

  @Post('json')
  @Access('public')
  @NotIdempotent(ONCE)
  @HttpCode(200)
  json(@Body() body: ProofRequest): object {
    return body;
  }

  @Post('members')
  @Access('trips:start')
  @NotIdempotent(ONCE)
  @HttpCode(200)
  @TakesForm(SHAPE)
  members(@Uploads() uploads: readonly Upload[]): object {
    this.handled++;
    return { files: uploads.length };
  }

  @Get('file')
  @Access('public')
  file(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer | undefined> {
    const read = async () => {
      this.reads++;
      return STORED;
    };
    return sendFile({ mediaType: 'image/png', name: 'signature-1.png', sha256: 'abc123', read }, request, reply);
  }

  @Get('broken')
  @Access('public')
  broken(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer | undefined> {
    const read = () => Promise.reject(new UnreadableFileError('file-1'));
    return sendFile({ mediaType: 'image/png', name: 'signature-1.png', sha256: 'abc123', read }, request, reply);
  }
}

/** Knows one token. */
class OneCaller extends Authenticator {
  authenticate(credentials: object): Principal | null {
    return 'accessToken' in credentials && credentials.accessToken === 'known' ? aUser('Admin') : null;
  }
}

export interface FormServer {
  readonly client: Client;
  /** How many forms a handler was given. */
  handled(): number;
  /** How often the file was read to be sent. */
  reads(): number;
  stop(): Promise<void>;
}

/** The HTTP door with paths of a test behind it, and nothing else of the product. */
export async function startFormServer(limits: { fileLimit: number; requestTimeout: number }): Promise<FormServer> {
  const context = new AlsActionContext();
  const logger = pino({ level: 'silent' });
  const settings = { bodyLimit: 2_048, maxRequestsInFlight: 1_000, corsOrigins: [], trustProxy: undefined, ...limits };
  const server = await createHttpServer(
    settings,
    context,
    logger,
    new RequestLimits(),
    new RequestFigures(new Metrics()),
    new Untraced(),
  );
  const http = server.getInstance<FastifyInstance>();
  identifyCallers(http, new OneCaller(), context);
  refuseCallers(http);
  @Module({ controllers: [FormController] })
  class FormModule {}
  const app = await NestFactory.create<NestFastifyApplication>(FormModule, server, { logger: false });
  app.useGlobalPipes(new RequestValidationPipe());
  app.useGlobalFilters(new ProblemFilter(new ProblemReplies(logger)));
  await app.listen(0, '127.0.0.1');
  return {
    client: new Client(await app.getUrl()),
    handled: () => app.get(FormController).handled,
    reads: () => app.get(FormController).reads,
    stop: () => app.close(),
  };
}
