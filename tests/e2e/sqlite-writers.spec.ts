import { SqliteConnection, SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { join } from 'node:path';
import { Answer } from './support/client';
import { expectProblem } from './support/problems';
import { ServerProcess, startServerProcess } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';
import { createTestDatabase, onSqlServer } from './support/test-database';

let plates = 0;
const newVehicle = () => ({ plate: `W-${++plates}`, model: 'Fiat Uno', year: 2020 });

/** On SQL Server the server keeps writers apart. */
(onSqlServer ? describe.skip : describe)('a file that somebody else is writing to', () => {
  const file = () => join(process.env.TEST_DIRECTORY!, 'locked.db');
  let api: TestApi;
  let other: SqliteConnection;
  beforeAll(async () => {
    api = await startTestApi({ DATABASE_URL: `file:${file()}` });
    other = new SqliteDatabase(file());
  });
  afterAll(async () => {
    other.close();
    await api.stop();
  });

  const write = () => api.client.post('/api/vehicles', newVehicle());

  /** Asks for something else again and again until the writers are answered; gives the longest wait. */
  async function longestWaitDuring<T>(work: Promise<T>): Promise<{ result: T; longest: number; asked: number }> {
    let [longest, asked, done] = [0, 0, false];
    void work.finally(() => (done = true)).catch(() => undefined);
    while (!done) {
      const start = performance.now();
      expect((await api.client.get('/api/vehicles?limit=1')).status).toBe(200);
      longest = Math.max(longest, performance.now() - start);
      asked++;
    }
    return { result: await work, longest, asked };
  }

  it('is waited for, while everybody else is answered', async () => {
    other.exec('BEGIN IMMEDIATE');
    const writers = Promise.all([write(), write(), write()]);
    setTimeout(() => other.exec('ROLLBACK'), 700);
    const { result, longest, asked } = await longestWaitDuring(writers);
    expect(result.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(asked).toBeGreaterThan(2);
    // Waiting in the driver would stop this process, the release of the lock included, for seconds.
    expect(longest).toBeLessThan(2_000);
  });

  it('is UNAVAILABLE after five seconds, for those in line as well', async () => {
    other.exec('BEGIN IMMEDIATE');
    const start = performance.now();
    const answers: Answer[] = await Promise.all([write(), write(), write(), write()]);
    const waited = performance.now() - start;
    other.exec('ROLLBACK');
    for (const answer of answers) {
      expectProblem(answer, 503, 'UNAVAILABLE');
      expect(answer.headers.get('retry-after')).toBe('1');
    }
    expect(waited).toBeGreaterThan(4_900);
    expect(waited).toBeLessThan(9_500);
    expect((await write()).status).toBe(201);
  });
});

// On SQL Server there is no file.
(onSqlServer ? describe.skip : describe)('two processes on one file', () => {
  it('start together on an empty one, and write to it at the same time', async () => {
    const { url } = createTestDatabase();
    const servers: ServerProcess[] = await Promise.all(
      [1, 2].map(() => startServerProcess({ DATABASE_URL: url, LOG_LEVEL: 'warn' })),
    );
    try {
      const write = (_: unknown, index: number) => servers[index % 2]!.client.post('/api/vehicles', newVehicle());
      const answers = await Promise.all(Array.from({ length: 200 }, write));
      expect(answers.filter(({ status }) => status !== 201).map(({ text }) => text)).toEqual([]);
      const counts = await Promise.all(
        servers.map(({ client }) => client.get<{ items: [] }>('/api/vehicles?limit=200')),
      );
      expect(counts.map(({ body }) => body.items.length)).toEqual([200, 200]);
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  });
});
