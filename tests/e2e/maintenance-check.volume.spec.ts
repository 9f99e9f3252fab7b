import { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { DatabaseWatch } from '@fleet/infrastructure/shared/database/database-watch';
import { Untraced } from '@fleet/infrastructure/shared/tracing/untraced';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { loadSecretKeys } from '@fleet/infrastructure/shared/secrets/load-secret-keys';
import { openDatabase } from '@fleet/infrastructure/shared/database/open-database';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { SqlVehicleQueries } from '@fleet/infrastructure/vehicles/sql-vehicle.queries';
import { insertDueVehicles } from './support/due-vehicles';
import { createTestDatabase, onSqlServer, TestDatabase, TEST_KEYS } from './support/test-database';
import { startWorker } from './support/worker-process';

// They are all due at the same instant, as after an import: the hardest case for reading them batch by batch.
// A server takes minutes to have 100,000 rows inserted.
const VEHICLES = onSqlServer ? 10_000 : 100_000;
const SUMMARY = `MaintenanceCheckJob executado. ${VEHICLES} veículos com manutenção próxima.`;
/** Less than so many vehicles would take with their lines in the log; what a check takes is garbage not yet collected. */
const GROWTH_MB = 64;

let database: TestDatabase;
let configuration: Configuration;
beforeAll(async () => {
  database = createTestDatabase();
  configuration = loadConfiguration({ DATABASE_URL: database.url, ...TEST_KEYS });
  await insertDueVehicles(database.url, VEHICLES);
});
afterAll(() => database.drop());

/** Megabytes that the process has in memory; 0 where the system does not say. */
function memoryOf({ pid }: ChildProcess): number {
  const status = `/proc/${pid}/status`;
  return existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1024 : 0;
}

/** Resolves when the process has printed the text. */
function printed({ stdout }: ChildProcess, text: string): Promise<void> {
  let end = '';
  return new Promise((resolve) => {
    stdout!.on('data', (chunk: Buffer) => {
      end = (end + chunk.toString()).slice(-text.length - chunk.length);
      if (end.includes(text)) resolve();
    });
  });
}

it('tells of every vehicle of a large fleet, each one once, in bounded memory', async () => {
  const worker = await startWorker(database.url, { MAINTENANCE_CHECK_CRON: '* * * * * *' });
  const atRest = memoryOf(worker.process);
  let peak = atRest;
  const watch = setInterval(() => (peak = Math.max(peak, memoryOf(worker.process))), 20);
  await printed(worker.process, SUMMARY);
  clearInterval(watch);
  await worker.stop('SIGKILL');
  const lines = worker.lines();
  const { requestId } = lines.find(({ msg }) => msg === SUMMARY)!;
  const alerts = lines.filter((line) => line.requestId === requestId && line.plate !== undefined);
  expect(alerts).toHaveLength(VEHICLES);
  expect(new Set(alerts.map(({ vehicleId }) => vehicleId)).size).toBe(VEHICLES);
  expect(peak - atRest).toBeLessThan(GROWTH_MB);
});

it('reads a large fleet in small steps, between which others have their turn', async () => {
  const { reader, writer } = await openDatabase(
    configuration,
    loadSecretKeys(configuration),
    new Transaction(),
    new DatabaseWatch(new DatabaseFigures(new Metrics()), new Untraced()),
  );
  let turns = 0;
  let others = setImmediate(function turn() {
    turns++;
    others = setImmediate(turn);
  });
  try {
    let count = 0;
    for await (const { plate } of new SqlVehicleQueries(reader, reader).streamDue(new Date())) count += plate ? 1 : 0;
    expect(count).toBe(VEHICLES);
    expect(turns).toBeGreaterThanOrEqual(VEHICLES / 200);
  } finally {
    clearImmediate(others);
    await reader.close();
    await writer.destroy();
  }
});
