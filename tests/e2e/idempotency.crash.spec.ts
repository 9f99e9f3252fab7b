import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { connect } from '@fleet/infrastructure/shared/database/connect';
import { contradictions } from './support/consistency';
import { ServerProcess, startServerProcess } from './support/server-process';
import { createTestDatabase, TEST_KEYS, TestDatabase } from './support/test-database';

/** How often the server is killed: `CRASH_ROUNDS=30` for the long version. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 3);
const SENDERS = 6;

let database: TestDatabase;
let dataSource: DataSource;
let server: ServerProcess;
beforeAll(async () => {
  database = createTestDatabase();
  server = await start();
  dataSource = await connect(loadConfiguration({ DATABASE_URL: database.url, ...TEST_KEYS }).database, 1);
});
afterAll(async () => {
  await dataSource?.destroy();
  await server?.stop('SIGKILL');
  await database?.drop();
});

const start = () => startServerProcess({ DATABASE_URL: database.url, DATABASE_MIGRATE: 'true', LOG_LEVEL: 'warn' });

/** A request that was sent, and its answer if one came before the end. */
interface Sent {
  readonly key: string;
  readonly vehicle: { readonly plate: string; readonly model: string; readonly year: number };
  answer?: string;
}

let names = 0;

/** Sends it once more while the server says that it is busy. */
async function send({ key, vehicle }: Sent): Promise<{ text: string; replayed: boolean }> {
  for (;;) {
    const answer = await server.client.post<VehicleView>('/api/vehicles', vehicle, { 'Idempotency-Key': key });
    if (answer.status === 503) continue;
    if (answer.status !== 201) throw new Error(`answered ${answer.status}: ${answer.text}`);
    return { text: answer.text, replayed: answer.headers.has('idempotency-replayed') };
  }
}

/** Registers vehicles, each with a key of its own, until nobody answers any more. */
async function sendOn(sent: Sent[]): Promise<void> {
  for (;;) {
    const request: Sent = { key: randomUUID(), vehicle: { plate: `X-${++names}`, model: 'Fiat Uno', year: 2020 } };
    sent.push(request);
    request.answer = (await send(request)).text;
  }
}

/** Sends as fast as the server takes it, and kills the server while it does. */
async function killUnderRequests(answersBefore: number): Promise<Sent[]> {
  const sent: Sent[] = [];
  const gone: string[] = [];
  const senders = Array.from({ length: SENDERS }, () =>
    sendOn(sent).catch((error: Error) => void gone.push(error.message)),
  );
  const answered = () => sent.filter(({ answer }) => answer !== undefined).length;
  while (answered() < answersBefore && gone.length < SENDERS) await new Promise((resolve) => setImmediate(resolve));
  const code = server.stop('SIGKILL');
  await Promise.all(senders);
  expect(await code).toBeNull();
  expect(gone).toEqual(Array.from({ length: SENDERS }, () => 'fetch failed'));
  return sent;
}

it.each(Array.from({ length: ROUNDS }, (_, index) => index))(
  'who sends everything again after a kill gets the first answers, and one vehicle a key (round %i)',
  async () => {
    const sent = await killUnderRequests(10 + Math.floor(Math.random() * 40));
    server = await start();
    const repeats = await Promise.all(sent.map(send));
    const answered = sent.map(({ answer }, index) => ({ answer, ...repeats[index]! })).filter(({ answer }) => answer);
    expect(answered.length).toBeGreaterThanOrEqual(10);
    expect(answered.filter(({ answer, text, replayed }) => answer !== text || !replayed)).toEqual([]);
    // What was done and not answered is not done again, and what was not done is done now.
    const plates = sent.map(({ vehicle }) => `'${vehicle.plate}'`).join(', ');
    const rows = await dataSource.query<{ Id: string }[]>(`SELECT Id FROM Vehicles WHERE Plate IN (${plates})`);
    const ids = repeats.map(({ text }) => (JSON.parse(text) as VehicleView).id);
    expect(rows.map(({ Id }) => Id.toLowerCase()).sort()).toEqual(ids.sort());
    expect(await Promise.all(sent.map(async (request) => (await send(request)).replayed))).not.toContain(false);
    expect(await contradictions(dataSource)).toEqual({});
  },
);
