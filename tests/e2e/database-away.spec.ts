import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { expectProblem } from './support/problems';
import { freePort, ServerProcess, spawnProgram, startServerProcess, until } from './support/server-process';
import { TcpProxy } from './support/tcp-proxy';
import { createTestDatabase, onSqlServer, SERVER_KEYS, TestDatabase } from './support/test-database';

describe('a database server that is away at the start', () => {
  it.each(['apps/api/src/main.js', 'apps/worker/src/main.js'])(
    'is asked again by %s, which says so',
    async (program) => {
      const url = `mssql://fleet:hidden@127.0.0.1:${await freePort()}/Fleet?encrypt=false`;
      const run = spawnProgram(program, { DATABASE_URL: url, ...SERVER_KEYS });
      await until(
        async () => (run.output().match(/Asking again for \d+ s/g) ?? []).length >= 2,
        () => `It does not ask again: ${run.output()}`,
      );
      run.process.kill('SIGKILL');
      await run.exited;
      const lines = run
        .output()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { msg: string; level: number });
      const told = lines.filter(({ msg }) => msg.includes('Asking again'));
      expect(told[0]).toMatchObject({
        level: 40,
        msg: expect.stringMatching(
          /^The database does not answer \(Failed to connect to 127\.0\.0\.1:.*\)\. Asking again for 60 s\.$/s,
        ) as string,
      });
      expect(run.output()).not.toContain('hidden');
      // Nothing else is said in the meantime that would hide it.
      expect(lines.filter(({ level }) => level >= 40)).toHaveLength(told.length);
    },
  );
});

// A file has no server that could go away.
(onSqlServer ? describe : describe.skip)('a database server that goes away', () => {
  let database: TestDatabase;
  let proxy: TcpProxy;
  let server: ServerProcess;
  let vehicle: VehicleView;
  beforeAll(async () => {
    const { hostname, port } = new URL(process.env.DATABASE_URL!);
    database = createTestDatabase();
    proxy = new TcpProxy({ host: hostname, port: Number(port || 1433) });
    await proxy.open();
    server = await startServerProcess({ DATABASE_URL: proxy.through(database.url), DATABASE_MIGRATE: 'true' });
    const body = { plate: 'AWAY-1', model: 'Fiat Uno', year: 2020 };
    vehicle = (await server.client.post<VehicleView>('/api/vehicles', body)).body;
  });
  afterAll(async () => {
    await server?.stop('SIGKILL');
    await proxy?.cut();
    await database?.drop();
  });
  afterEach(() => proxy.cut().then(() => proxy.open()));

  const read = () => server.client.get(`/api/vehicles/${vehicle.id}`);
  const write = (mileage: number) =>
    server.client.put(`/api/vehicles/${vehicle.id}`, { model: 'Fiat Uno', year: 2020, mileage });

  const untilBack = () =>
    until(
      async () => (await server.client.get('/ready')).status === 200 && (await read()).status === 200,
      () => 'The server does not find its database again.',
    );

  it('is UNAVAILABLE for reads and writes, seen by /ready and not by /health, and found again', async () => {
    await untilBack();
    await proxy.cut();
    for (const answer of [await read(), await write(1), await server.client.get('/api/vehicles'), await read()]) {
      expectProblem(answer, 503, 'UNAVAILABLE');
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(answer.text).not.toMatch(/ECONN|ESOCKET|tedious|mssql|127\.0\.0\.1|connect/i);
    }
    // What it knew a moment ago may still be told.
    await until(
      async () => (await server.client.get('/ready')).status === 503,
      () => 'The server does not see that its database is away.',
    );
    const { checks } = (await server.client.get<{ checks: object }>('/ready')).body;
    expect(checks).toEqual({ database: false, cache: true });
    expect((await server.client.get('/health')).status).toBe(200);
    await proxy.open();
    await untilBack();
    const { body } = await read();
    expect((await write(Number(body.mileage) + 1)).status).toBe(200);
  });

  it('in the middle of the work is UNAVAILABLE and never INTERNAL, whatever was being done', async () => {
    await untilBack();
    const statuses = new Map<number, number>();
    let done = false;
    const clients = Array.from({ length: 8 }, async (_, index) => {
      while (!done) {
        const { status } = await (index % 2 ? read() : write(10_000));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    });
    for (let count = 0; count < 5; count++) {
      const before = statuses.get(200) ?? 0;
      await until(
        async () => (statuses.get(200) ?? 0) > before + 20,
        () => 'Nothing is answered any more.',
      );
      await proxy.cut();
      await proxy.open();
    }
    done = true;
    await Promise.all(clients);
    // 409: two changes of one vehicle may get into each other's way as often as that.
    expect([...statuses.keys()].filter((status) => ![200, 409, 503].includes(status))).toEqual([]);
    expect(statuses.get(503)).toBeGreaterThan(0);
  });
});
