import { Controller, Get, OnModuleDestroy, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readiness } from '@fleet/application/shared/readiness';
import { Access } from '@fleet/api/http/access/access';
import { AlwaysLetIn } from '@fleet/api/http/overload/let-in';
import { Uncounted } from '@fleet/api/http/rate-limits/uncounted';
import * as docs from './health.docs';
import { HealthResponse, ReadinessResponse } from './health.responses';

@ApiTags('System')
@Controller()
export class HealthController implements OnModuleDestroy {
  private stopping = false;

  constructor(private readonly readiness: Readiness) {}

  @Get('health')
  @docs.health
  @Access('public')
  @Uncounted()
  @AlwaysLetIn()
  health(): HealthResponse {
    return { status: 'ok' };
  }

  @Get('ready')
  @docs.ready
  @Access('public')
  @Uncounted()
  @AlwaysLetIn()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessResponse> {
    const checks = await this.readiness.check();
    const ready = checks.database && !this.stopping;
    if (!ready) void reply.code(503).header('Retry-After', '1');
    return { status: ready ? 'ready' : 'not ready', checks };
  }

  /** The first of all hooks of a stop: the jobs that are finished in the next one may take long, and then the port closes. */
  onModuleDestroy(): void {
    this.stopping = true;
  }
}
