import { ClientRequest, request } from 'node:http';
import { Client } from './support/client';
import { Fleet } from './support/fleet';
import { expectCounts, IMPORT, importFile, vehicleFile, writtenRows } from './support/imports';
import { ServerProcess, startServerProcess, until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

/** Rows that an import writes in one transaction. */
const BATCH = 128;

let api: TestApi;
let servers: ServerProcess[];
beforeEach(async () => {
  api = await startTestApi();
  servers = [];
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop('SIGKILL')));
  await api.stop();
});

async function startServer(): Promise<ServerProcess> {
  const server = await startServerProcess({ DATABASE_URL: api.databaseUrl, LOG_LEVEL: 'warn' });
  servers.push(server);
  return server;
}

const vehicles = async () => (await writtenRows(api)).Vehicles!;

/** Begins to send a file, and leaves the end open. */
function beginUpload({ baseUrl, headers }: Client, file: string): ClientRequest {
  const options = { method: 'POST', headers: { ...headers, 'Content-Type': 'text/csv' } };
  const upload = request(baseUrl + IMPORT, options);
  upload.on('error', () => undefined); // It is cut off on purpose.
  upload.write(file);
  return upload;
}

/** Imports of the same file through all of these at once: each plate is created once, and skipped by all others. */
async function expectEachPlateOnce(clients: Client[], rows: number): Promise<void> {
  const file = vehicleFile('RACE-', rows);
  const answers = await Promise.all(clients.map((client) => importFile(client, file)));
  const created = answers.map(({ body }) => body.created);
  answers.forEach((answer, index) =>
    expectCounts(answer, { created: created[index]!, skipped: rows - created[index]! }),
  );
  expect(created.reduce((sum, count) => sum + count)).toBe(rows);
  expect(await writtenRows(api)).toMatchObject({ Vehicles: rows, EventLog: rows });
}

it('imports of the same file at once give each plate once', async () => {
  await expectEachPlateOnce([api.client, api.client, api.client], 1_500);
});

it('and so they do in several processes', async () => {
  const others = await Promise.all([startServer(), startServer()]);
  await expectEachPlateOnce([api.client, ...others.map(({ client }) => client)], 1_500);
});

it('imports that update the same vehicles at once lose nothing', async () => {
  await importFile(api.client, vehicleFile('UP-', 600));
  const files = [1, 2, 3].map((number) => vehicleFile('UP-', 600).replaceAll('Fiat Uno', `Model ${number}`));
  const answers = await Promise.all(files.map((file) => importFile(api.client, file, '?onConflict=update')));
  answers.forEach((answer) => expectCounts(answer, { updated: 600 }));
  expect(await writtenRows(api)).toMatchObject({ Vehicles: 600, EventLog: 2_400 });
});

it('others are answered while an import goes on', async () => {
  const fleet = new Fleet(api.client);
  let going = true;
  const done = importFile(api.client, vehicleFile('LONG-', 4_000)).finally(() => (going = false));
  let answered = 0;
  while (going) {
    const { id } = await fleet.vehicle();
    await fleet.getVehicle(id);
    if (going) answered++;
  }
  expectCounts(await done, { created: 4_000 });
  expect(answered).toBeGreaterThan(4);
});

describe('an import that is cut off', () => {
  it('by its client has written whole batches, and is no fault of the server', async () => {
    const upload = beginUpload(api.client, vehicleFile('CUT-', 2 * BATCH + 100));
    await until(
      async () => (await vehicles()) === 2 * BATCH,
      () => JSON.stringify(api.logs),
    );
    upload.destroy();
    await until(
      async () => api.logs.some(({ route }) => route === IMPORT),
      () => JSON.stringify(api.logs),
    );
    // Whatever was left of it would come before what is sent now.
    expectCounts(await importFile(api.client, vehicleFile('NEXT-', 1)), { created: 1 });
    expect(await vehicles()).toBe(2 * BATCH + 1);
    expect(api.logs.filter(({ level }) => (level as number) >= 50)).toEqual([]);
    const again = await importFile(api.client, vehicleFile('CUT-', 2 * BATCH + 100));
    expectCounts(again, { created: 100, skipped: 2 * BATCH });
  });

  it('by the end of the process has written whole batches, with their events', async () => {
    const server = await startServer();
    beginUpload(server.client, vehicleFile('KILL-', 20_000));
    await until(
      async () => (await vehicles()) > 0,
      () => server.output(),
    );
    await server.stop('SIGKILL');
    const { Vehicles: written, EventLog: events } = await writtenRows(api);
    expect(written! % BATCH).toBe(0);
    expect(written).toBeLessThan(20_000);
    expect(events).toBe(written);
    expectCounts(await importFile(api.client, vehicleFile('KILL-', 3_000)), {
      created: Math.max(3_000 - written!, 0),
      skipped: Math.min(3_000, written!),
    });
  });
});
