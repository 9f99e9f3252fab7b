import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { FLEET_KEYS } from '@fleet/bench/database/fleet-keys';
import { replayReport } from '@fleet/bench/report/replay-report';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { EventStreams } from '@fleet/infrastructure/shared/event-sourcing/event-streams';
import { measureReplay } from './measure-replay';
import { ReplayModule } from './replay.module';
import { REPLAYED_DELIVERIES } from './replayed-deliveries';
import { ReplayedLog } from './replayed-log';

const ROOT = join(__dirname, '../../..');
const FOLDER = join(ROOT, '.cache/bench/replay');

/** `npm run bench:replay` measures how fast states are rebuilt from their events, and writes bench/replay.md. */
async function main(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const environment = { DATABASE_URL: `file:${join(FOLDER, 'events.db')}`, LOG_LEVEL: 'error', WORKER: 'external' };
  const module = ReplayModule.forRoot(loadConfiguration({ ...environment, ...FLEET_KEYS }));
  const app = await NestFactory.createApplicationContext(module, { logger: ['error', 'warn'], abortOnError: false });
  const get = <T>(port: abstract new (...parts: never[]) => T): T => app.get<T>(port, { strict: false });
  try {
    const of = REPLAYED_DELIVERIES;
    const log = new ReplayedLog(of, get(UnitOfWork), get(EventLog), get(EventStreams), get(IdGenerator));
    const text = replayReport(await measureReplay(of, log));
    writeFileSync(join(ROOT, 'bench/replay.md'), text);
    console.log(`\n${text}\nWritten to bench/replay.md.`);
  } finally {
    await app.close();
    rmSync(FOLDER, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
