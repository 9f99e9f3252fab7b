import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { RebuildProjections, RebuildStart } from '@fleet/application/shared/rebuild-projections';
import { loadConfiguration, readDotEnvFile } from '@fleet/infrastructure/shared/config/load-configuration';
import { RebuildModule } from './rebuild.module';
import { RebuildProgress } from './rebuild-progress';

/** Longer than whoever waits for the embedded engine's lock takes to look again. */
const PAUSE_MS = 6;

/**
 * `npm run projections:rebuild` makes the rows of routes and deliveries anew from the log, while the product runs. It may be
 * stopped at any time, and says then how to go on: `-- --after Delivery:<id>`. Exit code 0 when all is done, else 1.
 */
async function main(): Promise<void> {
  const start = startOf(parseArgs({ options: { after: { type: 'string' } } }).values.after);
  readDotEnvFile();
  const module = RebuildModule.forRoot(loadConfiguration(process.env));
  const app = await NestFactory.createApplicationContext(module, { logger: ['error', 'warn'], abortOnError: false });
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(new Error('Stopped.')));
  const progress = new RebuildProgress((line) => console.log(line));
  try {
    for await (const step of app.get(RebuildProjections).execute(start, stop.signal)) {
      progress.add(step);
      await sleep(PAUSE_MS);
    }
    progress.end();
  } catch (error) {
    const resume = progress.resume ?? start;
    if (resume) console.error(`To go on: npm run projections:rebuild -- --after ${resume.stream}:${resume.after}`);
    throw error;
  } finally {
    await app.close();
  }
}

function startOf(text: string | undefined): RebuildStart | undefined {
  if (text === undefined) return undefined;
  const [, stream, after] = /^(Route|Delivery):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  if (!stream || !after) throw new Error('--after must be a stream, as a run that was stopped has printed it.');
  return { stream, after };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
