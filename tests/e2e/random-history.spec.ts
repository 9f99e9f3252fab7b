import { DELIVERY_STATUSES } from '@fleet/domain/deliveries/delivery-status';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { faultsOfHistory } from './support/checked-history';
import { contradictions } from './support/consistency';
import { FleetLoad } from './support/fleet-load';
import { ServerGroup } from './support/server-group';
import { startTestApi } from './support/test-api';
import { createTestDatabase, onSqlServer } from './support/test-database';

/** How many commands there are, and from which beginning: `HISTORY_COMMANDS=10000` for the long version. */
const COMMANDS = Number(process.env.HISTORY_COMMANDS ?? (onSqlServer ? 500 : 2_000));
const SEED = Number(process.env.HISTORY_SEED ?? 1);
const CLIENTS = 20;
const PROCESSES = 3;

it(`${COMMANDS} commands at random from ${CLIENTS} clients of ${PROCESSES} processes break no rule (seed ${SEED})`, async () => {
  const database = createTestDatabase();
  const group = await ServerGroup.start(PROCESSES, { DATABASE_URL: database.url, DATABASE_POOL_SIZE: '10' });
  let load: FleetLoad;
  try {
    load = await FleetLoad.prepare(group.client(0), SEED);
    expect(await load.run(CLIENTS, COMMANDS, (turn) => group.client(turn))).toEqual([]);
  } finally {
    await group.stop();
  }
  expect(load.failures).toEqual([]);
  const api = await startTestApi({}, database);
  try {
    const { faults, rules } = await faultsOfHistory(api);
    expect(faults).toEqual([]);
    expect(await contradictions(api.app.get(Database, { strict: false }).writer)).toEqual({});
    // It has been everywhere: a history in which little happened would show little.
    expect([...rules.statuses].sort()).toEqual([...DELIVERY_STATUSES].sort());
  } finally {
    await api.stop();
  }
}, 900_000);
