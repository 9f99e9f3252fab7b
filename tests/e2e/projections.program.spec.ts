import { later } from '@fleet/tests/builders/later';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { KeptDeliveries } from './support/kept-deliveries';
import { DeliveryTables } from './support/kept-rows';
import { spawnProgram } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

const REBUILD = 'tools/rebuild-projections/main.js';
const START = new Date('2026-01-10T00:00:00.000Z');

let api: TestApi;
let kept: KeptDeliveries;
beforeEach(async () => {
  api = await startTestApi();
  kept = new KeptDeliveries(api);
});
afterEach(() => api.stop());

const rebuild = (...args: string[]) => spawnProgram(REBUILD, { DATABASE_URL: api.databaseUrl }, args);

it('rebuilds the rows from the log beside another process that writes, and says how many', async () => {
  const route = await kept.route(START);
  for (let index = 0; index < 60; index++) await kept.delivery({ route });
  await kept.get(Database).writer.query(`UPDATE Deliveries SET Priority = 'Urgent'`);
  const program = rebuild();
  let code: number | null | undefined;
  void program.exited.then((exit) => (code = exit));
  for (let hour = 1; code === undefined; hour++)
    await kept.delivery({ route: await kept.route(later(START, hour * 60)) });
  expect(`${code} ${program.output()}`).toMatch(
    /^0 [^]*\d+ Route streams and \d+ Delivery streams rebuilt in [\d.]+ s, 0 rows without a stream removed\./,
  );
  const tables = new DeliveryTables(api);
  expect(await tables.kept()).toEqual(await tables.wanted());
});

it('does not begin where nothing can have stopped', async () => {
  const program = rebuild('--after', 'Vehicle:1');
  expect(await program.exited).toBe(1);
  expect(program.output()).toContain('--after must be a stream');
});
