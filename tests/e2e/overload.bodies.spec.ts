import { ADMINISTRATOR } from './support/callers';
import { Client } from './support/client';
import { expectProblem } from './support/problems';
import { memoryOf } from './support/process-memory';
import { parseAnswer, RawConnection, rawRequest } from './support/raw-http';
import { ServerProcess, startServerProcess, until } from './support/server-process';
import { createTestDatabase, TestDatabase } from './support/test-database';

const PLACES = 200;
/** More than all places, from one address. */
const SLOW = 300;
const SENT_BYTES = 900_000;
/** What they have sent is 250 MiB in all. */
const MOST_MEMORY_MIB = 120;

let database: TestDatabase;
let server: ServerProcess;
let stranger: Client;
let connections: RawConnection[];
beforeAll(async () => {
  database = createTestDatabase();
  const settings = { MAX_REQUESTS_IN_FLIGHT: String(PLACES), REQUEST_TIMEOUT_MS: '120000', TRUST_PROXY: '1' };
  server = await startServerProcess({ DATABASE_URL: database.url, DATABASE_MIGRATE: 'true', ...settings });
  stranger = server.client.as();
});
beforeEach(() => (connections = []));
afterEach(() => {
  for (const connection of connections) connection.close();
});
afterAll(async () => {
  await server?.stop('SIGKILL');
  await database?.drop();
});

const CREDENTIALS = JSON.stringify(ADMINISTRATOR);
const LOGIN = 'POST /api/auth/login';
const json = (length: number, ...others: string[]) => [
  'Content-Type: application/json',
  `Content-Length: ${length}`,
  ...others,
];

/** A connection of its own, which has sent this. */
async function send(client: Client, request: string): Promise<RawConnection> {
  const connection = await RawConnection.open(client);
  connections.push(connection);
  return connection.write(request);
}

/**
 * Begins so many sign-ins whose bodies never end. @returns what the refused ones were answered; nothing, when the connection
 * was cut while they still sent
 */
async function beginSlowly(count: number, client: Client, sent: string, ...headers: string[]): Promise<string[]> {
  const answers: string[] = [];
  for (let index = 0; index < count; index++) {
    const connection = await send(client, rawRequest(LOGIN, json(SENT_BYTES + 1, ...headers), sent));
    void connection.untilClosed().then((answer) => answers.push(answer));
  }
  return answers;
}

/** What of the server's places one address gets for bodies that it sends before anybody knows who that is. */
const OF_ONE_ADDRESS = Math.ceil(PLACES / 8 / 4);

describe('bodies that do not come', () => {
  it('hold a few places of their own and none of the others, in bounded memory', async () => {
    const before = memoryOf(server);
    const answers = await beginSlowly(SLOW, stranger, 'x'.repeat(SENT_BYTES));
    await until(
      async () => answers.length === SLOW - OF_ONE_ADDRESS,
      () => `${answers.length} were refused.`,
      50_000,
    );
    const received = answers.filter((answer) => answer !== '');
    expect(received.length).toBeGreaterThan(0);
    for (const answer of received) expectProblem(parseAnswer(answer), 503, 'UNAVAILABLE');
    expect(memoryOf(server) - before).toBeLessThan(MOST_MEMORY_MIB);

    expect((await server.client.impatient.get('/api/vehicles')).status).toBe(200);
    // From the same address, and nobody who is known yet: but the body is there.
    expect((await stranger.post('/api/auth/login', ADMINISTRATOR)).status).toBe(200);
    // One of them takes its time, from elsewhere.
    const elsewhere = await send(stranger, rawRequest(LOGIN, json(CREDENTIALS.length, 'X-Forwarded-For: 192.0.2.1')));
    expect(await elsewhere.closedWithin(500)).toBe(false);
    expect(parseAnswer(await elsewhere.write(CREDENTIALS).untilClosed()).status).toBe(200);
    // And one who is known.
    const body = JSON.stringify({ plate: 'TAKES-TIME', model: 'Fiat Uno', year: 2020 });
    const known = await send(server.client, rawRequest('POST /api/vehicles', json(body.length), body.slice(0, 9)));
    expect(await known.closedWithin(500)).toBe(false);
    expect(parseAnswer(await known.write(body.slice(9)).untilClosed()).status).toBe(201);
    expect(answers).toHaveLength(SLOW - OF_ONE_ADDRESS);
  });

  it('give their places back when their clients go', async () => {
    const isLetIn = async () => {
      const connection = await send(stranger, rawRequest(LOGIN, json(CREDENTIALS.length), CREDENTIALS.slice(0, 9)));
      if (await connection.closedWithin(200)) return false;
      return parseAnswer(await connection.write(CREDENTIALS.slice(9)).untilClosed()).status === 200;
    };
    await until(isLetIn, () => 'The places of those who went are not free.');
    const answers = await beginSlowly(OF_ONE_ADDRESS, stranger, '');
    await until(
      async () => !(await isLetIn()),
      () => 'One more was let in.',
    );
    expect(answers).toEqual([]);
    for (const connection of connections) connection.close();
    await until(isLetIn, () => 'The places of those who went are not free.');
  });
});
