import { Module, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { registerFleetFigures } from './fleet-figures';
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
    database: ReadDatabase,
    clock: Clock,
  ) {
    this.server = new MetricsServer(metrics);
    if (!configuration.showsMetrics) return;
    registerProcessFigures(metrics);
    registerFleetFigures(metrics, database, clock, configuration);
  }

  async onApplicationBootstrap(): Promise<void> {
    const { METRICS_PORT, HOST } = this.configuration.environment;
    if (METRICS_PORT !== undefined) await this.server.listen(METRICS_PORT, HOST);
  }

  onApplicationShutdown(): void {
    this.server.close();
  }
}
