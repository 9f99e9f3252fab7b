import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveApi } from '@fleet/api/create-api';
import { drainConnections } from '@fleet/api/http/drain-connections';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { Channel } from '@fleet/infrastructure/shared/siblings/channel';
import { PRIMARY_PATIENCE_MS } from '@fleet/infrastructure/shared/siblings/patience';
import { Siblings } from '@fleet/infrastructure/shared/siblings/siblings';

/** One of the processes that share the port. */
export async function serveAsWorker(configuration: Configuration): Promise<NestFastifyApplication> {
  // A terminal, or an init system, sends signals to all. This one is for the process that starts the workers …
  process.on('SIGHUP', () => undefined);
  const primary = new Channel(process, PRIMARY_PATIENCE_MS);
  const app = await serveApi(configuration, new Siblings(primary));
  // … and Ctrl-C a second time too: it is for that one to end this one.
  process.on('SIGINT', () => undefined);
  primary.on('alive', () => primary.tell('alive', null));
  primary.tell('serving', null);
  primary.on('retire', async () => {
    await drainConnections(app.getHttpServer());
    primary.tell('metrics/last', await app.get(Metrics).figures());
    process.kill(process.pid, 'SIGTERM');
  });
  return app;
}
