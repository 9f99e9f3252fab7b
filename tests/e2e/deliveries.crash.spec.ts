import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { FileStore } from '@fleet/application/shared/file-store';
import { SweepFiles } from '@fleet/application/shared/uploads/sweep-files';
import { Clock } from '@fleet/domain/shared/clock';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { SqlKnownFiles } from '@fleet/infrastructure/shared/files/sql-known-files';
import { SystemClock } from '@fleet/infrastructure/shared/time/system-clock';
import { UuidIdGenerator } from '@fleet/infrastructure/shared/time/uuid-id-generator';
import { faultsOfHistory } from './support/checked-history';
import { contradictions } from './support/consistency';
import { FleetLoad, Sent } from './support/fleet-load';
import { expectProblem } from './support/problems';
import { ServerProcess, startServerProcess } from './support/server-process';
import { startTestApi } from './support/test-api';
import { createTestDatabase, TestDatabase } from './support/test-database';

/** How often the server is killed: `CRASH_ROUNDS=30` for the long version. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 5);
const CLIENTS = 20;
const UUID_LENGTH = 36;
const TWO_DAYS_LATER: Clock = { now: () => new Date(Date.now() + 2 * 24 * 60 * 60 * 1000) };

let database: TestDatabase;
let files: string;
let server: ServerProcess;
let load: FleetLoad;
beforeAll(async () => {
  database = createTestDatabase();
  files = join(process.env.TEST_DIRECTORY!, `files-${Date.now()}`);
  server = await start();
  load = await FleetLoad.prepare(server.client, 7);
});
afterAll(() => server?.stop('SIGKILL'));

const start = () =>
  startServerProcess({ DATABASE_URL: database.url, DATABASE_MIGRATE: 'true', LOG_LEVEL: 'warn', FILES_DIR: files });

/** Sends as fast as the server takes it, and kills the server while it does. @returns what was sent */
async function killUnderLoad(commands: number): Promise<Sent[]> {
  const before = load.sent.length;
  const running = load.run(CLIENTS, Infinity, () => server.client);
  let isOver = false;
  void running.then(() => (isOver = true));
  const answered = () => load.sent.slice(before).filter(({ text }) => text !== undefined).length;
  while (answered() < commands && !isOver) await new Promise((resolve) => setImmediate(resolve));
  await server.stop('SIGKILL');
  // What has ended it is that there was nobody to answer, or to finish the answer.
  expect((await running).filter((reason) => !['fetch failed', 'terminated'].includes(reason))).toEqual([]);
  return load.sent.slice(before);
}

/** What has a key, and was answered with what it has done or not at all. */
const repeatable = ({ method, status }: Sent) => method === 'POST' && (status === undefined || status < 300);

/** The ids of everything on the disk that the product has kept, wholly or not. */
function keptFiles(): string[] {
  const entries = readdirSync(files, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return [...new Set(entries.map(({ name }) => name.slice(0, UUID_LENGTH)))];
}

async function fileOf(deliveryId: string, fileId: string): Promise<Response> {
  const { baseUrl, headers } = server.client;
  return fetch(`${baseUrl}/api/deliveries/${deliveryId}/proof/files/${fileId}`, { headers });
}

it.each(Array.from({ length: ROUNDS }, (_, index) => index))(
  'who sends everything again after a kill gets the first answers, and finds all files of proofs (round %i)',
  async () => {
    const sent = (await killUnderLoad(60 + Math.floor(Math.random() * 60))).filter(repeatable);
    server = await start();
    const acknowledged = sent.filter(({ text }) => text !== undefined);
    expect(acknowledged.length).toBeGreaterThan(10);
    for (const one of acknowledged)
      expect(await load.again(one, server.client)).toEqual({ status: one.status, text: one.text });
    for (const one of sent.filter(({ text }) => text === undefined)) {
      const { status, text } = await load.again(one, server.client);
      expect(status).toBeLessThan(500);
      if (status < 300) load.fleet.learn(JSON.parse(text) as object);
    }
    expect(load.failures).toEqual([]);
  },
);

it('nothing is half there, and a file that belongs to no proof is not served, and is swept away alone', async () => {
  const views: DeliveryView[] = [];
  for (const id of load.fleet.deliveries.keys()) {
    views.push((await server.client.get<DeliveryView>(`/api/deliveries/${id}`)).body);
  }
  const served = new Set<string>();
  for (const { id, proof } of views) {
    for (const file of proof?.files ?? []) {
      const answer = await fileOf(id, file.id);
      expect(answer.status).toBe(200);
      const content = Buffer.from(await answer.arrayBuffer());
      expect(createHash('sha256').update(content).digest('hex')).toBe(file.sha256);
      served.add(file.id);
    }
  }
  expect(served.size).toBeGreaterThan(0);
  await server.stop();
  const api = await startTestApi({ FILES_DIR: files }, database);
  const store = api.app.get(FileStore, { strict: false });
  const orphan = new UuidIdGenerator().next();
  await store.put(orphan, Buffer.from('of a transaction that was never committed'));
  const { writer } = api.app.get(Database, { strict: false });
  expect((await faultsOfHistory(api)).faults).toEqual([]);
  expect(await contradictions(writer)).toEqual({});
  // Of earlier attempts and proofs that were replaced, the files are kept too; what else is on the disk nobody gets.
  const rows = await writer.query<{ Id: string }[]>('SELECT Id FROM DeliveryFiles');
  const known = new Set(rows.map(({ Id }) => Id.toLowerCase()));
  expect(keptFiles()).toEqual(expect.arrayContaining([orphan, ...known]));
  for (const unknown of keptFiles().filter((id) => !known.has(id))) {
    for (const { id } of views.slice(0, 5)) {
      const answer = await api.client.get(`/api/deliveries/${id}/proof/files/${unknown}`);
      expectProblem(answer, 404, 'PROOF_FILE_NOT_FOUND');
    }
  }
  const knownFiles = new SqlKnownFiles(api.app.get(PrimaryDatabase, { strict: false }));
  expect(await new SweepFiles(store, knownFiles, new SystemClock()).execute()).toBe(0);
  await new SweepFiles(store, knownFiles, TWO_DAYS_LATER).execute();
  expect(keptFiles().sort()).toEqual([...known].sort());
  await api.stop();
}, 300_000);
