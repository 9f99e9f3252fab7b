import { Module, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { Metrics } from './metrics';
import { MetricsServer } from './metrics-server';
import { registerProcessFigures } from './process-figures';

/** For processes that serve: their figures, where an operator wants to see them, and a port for those. */
@Module({})
export class MetricsModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly server: MetricsServer;

  constructor(
    private readonly configuration: Configuration,
    metrics: Metrics,
  ) {
    this.server = new MetricsServer(metrics);
    if (configuration.showsMetrics) registerProcessFigures(metrics);
  }

  async onApplicationBootstrap(): Promise<void> {
    const { METRICS_PORT, HOST } = this.configuration.environment;
    if (METRICS_PORT !== undefined) await this.server.listen(METRICS_PORT, HOST);
  }

  onApplicationShutdown(): void {
    this.server.close();
  }
}
