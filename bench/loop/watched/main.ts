import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createApi } from '@fleet/api/create-api';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { runProcess } from '@fleet/infrastructure/shared/process/run-process';

const RESOLUTION_MS = 1;
const NANOSECONDS_A_MS = 1e6;

/**
 * The product, and beside it on `LOOP_PORT` whoever watches its event loop: each GET gives the longest time, in
 * milliseconds, that it has been held up since the one before.
 */
runProcess(async () => {
  const configuration = loadConfiguration(process.env);
  const app = await createApi(configuration);
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  loop.enable();
  createServer((_request, response) => {
    response.end(String(loop.max / NANOSECONDS_A_MS - RESOLUTION_MS));
    loop.reset();
  })
    .listen(Number(process.env.LOOP_PORT), '127.0.0.1')
    .unref();
  await app.listen(configuration.environment.PORT, configuration.environment.HOST);
  return app;
});
