import { parseAnswer, RawConnection } from './support/raw-http';
import { ServerProcess, startServerProcess, until } from './support/server-process';
import { createTestDatabase, TestDatabase } from './support/test-database';

/** Far below the 30 s after which a process goes whatever is left to do. */
const SOON_MS = 10_000;

const HEADERS = ['Host: fleet', 'Content-Type: text/csv', 'Transfer-Encoding: chunked', '', ''];
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

describe('a process that is told to stop', () => {
  let database: TestDatabase;
  let server: ServerProcess;
  beforeEach(async () => {
    database = createTestDatabase();
    server = await startServerProcess({ DATABASE_URL: database.url, DATABASE_MIGRATE: 'true' });
  });
  afterEach(async () => {
    await server.stop('SIGKILL');
    await database.drop();
  });

  const refusesConnections = () =>
    RawConnection.open(server.client).then(
      (connection) => {
        connection.close();
        return false;
      },
      () => true,
    );

  it('ends with exit code 0 and no complaint, whoever keeps a connection open', async () => {
    const idle = await RawConnection.open(server.client);
    const used = await RawConnection.open(server.client);
    await used.write('GET /health HTTP/1.1\r\nHost: fleet\r\n\r\n').untilReceived('"ok"');
    const start = performance.now();
    expect(await server.stop('SIGINT')).toBe(0);
    expect(performance.now() - start).toBeLessThan(SOON_MS);
    await Promise.all([idle.untilClosed(), used.untilClosed()]);
    const lines = server
      .output()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { level: number; context?: string });
    // A server may have told at the start what it cannot do; what counts here is the stop.
    expect(lines.filter(({ level, context }) => level > 30 && context !== 'Database')).toEqual([]);
  });

  it('takes no new connections, finishes what it has begun, and ends', async () => {
    const connection = await RawConnection.open(server.client);
    connection.write(['POST /api/vehicles/import HTTP/1.1', ...HEADERS].join('\r\n'));
    connection.write(chunk('plate,model,year\r\nSTOP-1,Uno,2020\r\n'));
    // An answer on another connection: the import, which was sent before, has been taken up.
    expect((await server.client.get('/health')).status).toBe(200);

    const stopped = server.stop('SIGTERM');
    await until(refusesConnections, () => 'The port is still open.');
    // Asked again, it goes on finishing.
    server.process.kill('SIGTERM');
    const start = performance.now();
    connection.write(chunk('STOP-2,Uno,2020\r\n') + '0\r\n\r\n');
    const answer = parseAnswer(await connection.untilClosed());
    expect([answer.status, answer.body]).toEqual([200, expect.objectContaining({ total: 2, created: 2 })]);
    expect(await stopped).toBe(0);
    expect(performance.now() - start).toBeLessThan(SOON_MS);

    server = await startServerProcess({ DATABASE_URL: database.url });
    const { body } = await server.client.get<{ items: { plate: string }[] }>('/api/vehicles');
    expect(body.items.map(({ plate }) => plate)).toEqual(['STOP-1', 'STOP-2']);
  });

  it('says on the connections that are still busy that it is not ready', async () => {
    const busy = await RawConnection.open(server.client);
    busy.write(['POST /api/vehicles/import HTTP/1.1', ...HEADERS].join('\r\n'));
    busy.write(chunk('plate,model,year\r\n'));
    const idle = await RawConnection.open(server.client);
    await idle.write('GET /ready HTTP/1.1\r\nHost: fleet\r\n\r\n').untilReceived('"ready"');

    const stopped = server.stop('SIGTERM');
    // A proxy that asks on a new connection, or on one that rests, finds nobody and sends its requests elsewhere.
    await until(refusesConnections, () => 'The port is still open.');
    await idle.untilClosed();
    busy.write(chunk('STOP-3,Uno,2020\r\n') + '0\r\n\r\n');
    busy.write('GET /ready HTTP/1.1\r\nHost: fleet\r\n\r\n');
    const answers = (await busy.untilClosed()).split(/(?=HTTP\/1\.1 \d)/).map(parseAnswer);
    expect(answers.map(({ status, body }) => [status, body.created ?? body])).toEqual([
      [200, 1],
      [503, { status: 'not ready', checks: { database: true, cache: true } }],
    ]);
    expect(answers[1]!.headers.get('retry-after')?.trim()).toBe('1');
    expect(answers[1]!.headers.get('connection')?.trim()).toBe('close');
    expect(await stopped).toBe(0);
  });
});
