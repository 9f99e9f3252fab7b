import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Page } from '@fleet/application/shared/page';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { connect } from '@fleet/infrastructure/shared/database/connect';
import { Answer, Client } from './support/client';
import { contradictions } from './support/consistency';
import { ServerProcess, startServerProcess, until } from './support/server-process';
import { createTestDatabase, TEST_KEYS, TestDatabase } from './support/test-database';

const REQUESTS = 200;
const PROCESSES = 4;
const LONGEST_WAIT_MS = 50_000;

let database: TestDatabase;
let dataSource: DataSource;
const servers: ServerProcess[] = [];
beforeAll(async () => {
  database = createTestDatabase();
  const environment = {
    DATABASE_URL: database.url,
    DATABASE_MIGRATE: 'true',
    LOG_LEVEL: 'warn',
    DATABASE_POOL_SIZE: '5',
  };
  while (servers.length < PROCESSES) servers.push(await startServerProcess(environment));
  dataSource = await connect(loadConfiguration({ DATABASE_URL: database.url, ...TEST_KEYS }).database, 1);
}, 180_000);
afterAll(async () => {
  await dataSource?.destroy();
  await Promise.all(servers.map((server) => server.stop('SIGKILL')));
  await database?.drop();
});

type Registered = Answer<VehicleView & { code?: string }>;

/** Sends it again, as a good client does, while an earlier one is in flight, the server is busy or a connection breaks. */
async function register(client: Client, body: object, key: string): Promise<Registered> {
  let answer: Registered | undefined;
  await until(
    async () => {
      answer = await client.post('/api/vehicles', body, { 'Idempotency-Key': key });
      if (answer.status === 409) expect(answer.headers.get('retry-after')).toBe('1');
      return answer.body.code !== 'IDEMPOTENCY_IN_FLIGHT' && answer.status !== 503;
    },
    () => `No answer came but ${answer?.text}`,
    LONGEST_WAIT_MS,
  );
  return answer!;
}

const spread = <T>(send: (client: Client, index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: REQUESTS }, (_, index) => send(servers[index % PROCESSES]!.client, index)));

describe(`${REQUESTS} simultaneous POSTs to ${PROCESSES} processes`, () => {
  it('with one key are done once, and all get the one answer', async () => {
    const [vehicle, key] = [{ plate: 'ONCE-1', model: 'Fiat Uno', year: 2020 }, randomUUID()];
    const answers = await spread((client) => register(client, vehicle, key));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set([`201 ${answers[0]!.text}`]),
    );
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
    const { body } = await servers[0]!.client.get<Page<VehicleView>>('/api/vehicles?plate=ONCE');
    expect(body.items).toEqual([answers[0]!.body]);
    expect(await dataSource.query<unknown[]>('SELECT Id FROM IdempotencyKeys')).toHaveLength(1);
    expect(await contradictions(dataSource)).toEqual({});
  });

  it('with one key and different bodies are one request and refusals', async () => {
    const key = randomUUID();
    const answers = await spread((client, index) =>
      register(client, { plate: `OTHER-${index}`, model: 'Fiat Uno', year: 2020 }, key),
    );
    expect(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`).sort()).toEqual([
      '201 ',
      ...Array.from({ length: REQUESTS - 1 }, () => '422 IDEMPOTENCY_KEY_REUSED'),
    ]);
    const { body } = await servers[0]!.client.get<Page<VehicleView>>('/api/vehicles?plate=OTHER');
    expect(body.items).toHaveLength(1);
  });
});
