import { BeforeApplicationShutdown, Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Readiness, ReadinessChecks } from '@fleet/application/shared/readiness';

@Controller()
export class HealthController implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(private readonly readiness: Readiness) {}

  @Get('health')
  health(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string; checks: ReadinessChecks }> {
    const checks = await this.readiness.check();
    const ready = checks.database && !this.stopping;
    if (!ready) void reply.code(503).header('Retry-After', '1');
    return { status: ready ? 'ready' : 'not ready', checks };
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }
}
