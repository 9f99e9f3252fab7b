import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { Answer } from './support/client';
import { expectProblem } from './support/problems';
import { connectToServer } from './support/server-connection';
import { ServerProcess, startServerProcess, until } from './support/server-process';
import { TcpProxy } from './support/tcp-proxy';
import { createTestDatabase, onSqlServer, TestDatabase } from './support/test-database';

/** Who finds no free connection waits 5 s for one. */
const LONGEST_FOR_A_CONNECTION_MS = 7_000;
/** A statement that is under way has 15 s. */
const LONGEST_FOR_AN_ANSWER_MS = 20_000;

// The embedded engine is in the process itself: what may hold it up stands in sqlite-writers.spec and disk-full.spec.
(onSqlServer ? describe : describe.skip)('a database server', () => {
  let database: TestDatabase;
  let proxy: TcpProxy;
  let server: ServerProcess;
  let vehicles: VehicleView[];
  beforeAll(async () => {
    const { hostname, port } = new URL(process.env.DATABASE_URL!);
    database = createTestDatabase();
    proxy = new TcpProxy({ host: hostname, port: Number(port || 1433) });
    await proxy.open();
    const environment = {
      DATABASE_URL: proxy.through(database.url),
      DATABASE_MIGRATE: 'true',
      DATABASE_POOL_SIZE: '2',
    };
    server = await startServerProcess(environment);
    vehicles = [];
    for (const plate of ['HELD-1', 'FREE-1']) {
      const body = { plate, model: 'Fiat Uno', year: 2020 };
      vehicles.push((await server.client.post<VehicleView>('/api/vehicles', body)).body);
    }
  });
  afterAll(async () => {
    await server?.stop('SIGKILL');
    await proxy?.cut();
    await database?.drop();
  });

  const read = (index: number) => server.client.get<VehicleView>(`/api/vehicles/${vehicles[index]!.id}`);
  const write = (index: number, mileage: number) =>
    server.client.put(`/api/vehicles/${vehicles[index]!.id}`, { model: 'Fiat Uno', year: 2020, mileage });
  const untilBack = () =>
    until(
      async () => (await server.client.get('/ready')).status === 200 && (await read(1)).status === 200,
      () => 'The server does not find its database again.',
      30_000,
    );

  function expectUnavailable(answer: Answer<unknown>): void {
    expectProblem(answer, 503, 'UNAVAILABLE');
    expect(answer.headers.get('retry-after')).toBe('1');
  }

  async function timed<T>(work: Promise<T>): Promise<{ result: T; ms: number }> {
    const start = performance.now();
    return { result: await work, ms: Math.round(performance.now() - start) };
  }

  it('that is slow is waited for', async () => {
    proxy.slow(150);
    try {
      expect((await read(1)).body.plate).toBe('FREE-1');
      expect((await write(1, 1)).status).toBe(200);
      expect((await server.client.get('/ready')).status).toBe(200);
    } finally {
      proxy.slow(0);
    }
  });

  it('that takes everything and answers nothing is UNAVAILABLE in time, and used again when it answers', async () => {
    proxy.stall();
    try {
      const answers = await timed(Promise.all([read(1), read(1), read(1), write(1, 2), read(1)]));
      console.log('database stalled', { ms: answers.ms, statuses: answers.result.map(({ status }) => status) });
      for (const answer of answers.result) expectUnavailable(answer);
      expect(answers.ms).toBeLessThan(LONGEST_FOR_AN_ANSWER_MS);
      expect((await server.client.get('/ready')).status).toBe(503);
      expect((await server.client.get('/health')).status).toBe(200);
    } finally {
      proxy.resume();
    }
    const back = await timed(untilBack());
    console.log('database answers again', { ms: back.ms });
    const { body } = await read(1);
    expect((await write(1, body.mileage + 1)).status).toBe(200);
  });

  it('whose connections are all taken is UNAVAILABLE within seconds, and used again when they are free', async () => {
    await untilBack();
    const holder = await connectToServer(database.url);
    const hold = holder.transaction();
    await hold.begin();
    await hold.request().query(`UPDATE Vehicles SET Model = 'Held' WHERE Plate = 'HELD-1'`);
    // Two connections, and both of them wait for the row.
    const held = [write(0, 1), write(0, 2)];
    const others = await timed(Promise.all(Array.from({ length: 10 }, () => read(1))));
    const statuses = others.result.map(({ status }) => status);
    expect((await server.client.get('/health')).status).toBe(200);
    await hold.rollback();
    await holder.close();
    const freed = (await Promise.all(held)).map(({ status }) => status);
    const back = await timed(untilBack());
    console.log('pool exhausted', { statuses, ms: others.ms, freed, backMs: back.ms });
    const refused = others.result.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) expectUnavailable(answer);
    expect(others.ms).toBeLessThan(LONGEST_FOR_A_CONNECTION_MS);
    expect(freed.filter((status) => status !== 200 && status !== 400 && status !== 409)).toEqual([]);
  });
});
