import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { connect } from '@fleet/infrastructure/shared/database/connect';
import { creates, sendBatch } from './support/batches';
import { contradictions } from './support/consistency';
import { Fleet } from './support/fleet';
import { ServerProcess, startServerProcess } from './support/server-process';
import { createTestDatabase, onSqlServer, TEST_KEYS, TestDatabase } from './support/test-database';

/** How often the server is killed: `CRASH_ROUNDS=30` for the long version. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 2);
const COMMANDS = onSqlServer ? 100 : 300;

let database: TestDatabase;
let dataSource: DataSource;
let server: ServerProcess;
let routeId: string;
beforeAll(async () => {
  database = createTestDatabase();
  server = await start();
  routeId = (await new Fleet(server.client).activeRoute()).id;
  dataSource = await connect(loadConfiguration({ DATABASE_URL: database.url, ...TEST_KEYS }).database, 1);
});
afterAll(async () => {
  await dataSource?.destroy();
  await server?.stop('SIGKILL');
  await database?.drop();
});

const start = () => startServerProcess({ DATABASE_URL: database.url, DATABASE_MIGRATE: 'true', LOG_LEVEL: 'warn' });

async function stored(): Promise<number> {
  const [row] = await dataSource.query<{ found: number }[]>('SELECT COUNT(*) AS found FROM Deliveries');
  return Number(row!.found);
}

/** Sends a batch, and kills the server when it has begun, or at once where nothing can be seen before the end. */
async function killUnder(send: () => Promise<unknown>, isSeen: () => Promise<boolean>): Promise<void> {
  const answer = send().then(
    () => 'answered',
    (error: Error) => error.message,
  );
  while (!(await isSeen())) await new Promise((resolve) => setImmediate(resolve));
  const code = server.stop('SIGKILL');
  expect(await answer).toBe('fetch failed');
  expect(await code).toBeNull();
  server = await start();
}

it.each(Array.from({ length: ROUNDS }, (_, index) => index))(
  'a batch under which the server is killed is sent again, and each of its commands is done once (round %i)',
  async () => {
    const [commands, headers, before] = [
      creates(COMMANDS, routeId),
      { 'Idempotency-Key': randomUUID() },
      await stored(),
    ];
    const wanted = before + 1 + Math.floor((Math.random() * COMMANDS) / 3);
    const send = () => sendBatch(server.client, commands, {}, headers);
    await killUnder(send, async () => (await stored()) >= wanted);
    const done = (await stored()) - before;
    expect([done > 0, done < COMMANDS]).toEqual([true, true]);
    const { body, text } = await send();
    expect(body).toMatchObject({ succeeded: COMMANDS, failed: 0 });
    expect((await stored()) - before).toBe(COMMANDS);
    const rows = await dataSource.query<{ Id: string }[]>('SELECT Id FROM Deliveries');
    const ids = new Set(rows.map(({ Id }) => Id.toLowerCase()));
    expect(body.results.filter(({ delivery }) => !ids.has(delivery!.id))).toEqual([]);
    expect(new Set(body.results.map(({ delivery }) => delivery!.id)).size).toBe(COMMANDS);
    expect((await send()).text).toBe(text);
    expect(await contradictions(dataSource)).toEqual({});
  },
  180_000,
);

it('an atomic batch under which the server is killed has done nothing, and is sent again', async () => {
  const [commands, headers, before] = [creates(COMMANDS, routeId), { 'Idempotency-Key': randomUUID() }, await stored()];
  const send = () => sendBatch(server.client, commands, { atomic: true }, headers);
  let looks = 0;
  await killUnder(send, async () => ++looks > 20 || (await stored()) > before);
  expect(await stored()).toBe(before);
  expect((await send()).body).toMatchObject({ succeeded: COMMANDS, failed: 0 });
  expect(await stored()).toBe(before + COMMANDS);
  expect(await contradictions(dataSource)).toEqual({});
}, 180_000);
