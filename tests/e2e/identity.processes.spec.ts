import { Account } from './support/accounts';
import { ADMINISTRATOR, signIn } from './support/callers';
import { freePort, ServerProcess, spawnProgram, startServerProcess, until } from './support/server-process';
import { Client } from './support/client';
import { createTestDatabase, onSqlServer, TestDatabase } from './support/test-database';

const databases: TestDatabase[] = [];
const stops: (() => Promise<unknown>)[] = [];

function newDatabase(): Record<string, string> {
  const database = createTestDatabase();
  databases.push(database);
  return { DATABASE_URL: database.url, DATABASE_MIGRATE: 'true', LOG_LEVEL: 'info' };
}

afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  for (const database of databases) await database.drop();
});

describe('two processes', () => {
  let one: ServerProcess;
  let other: ServerProcess;
  beforeAll(async () => {
    const environment = newDatabase();
    one = await startServerProcess(environment);
    other = await startServerProcess(environment);
    stops.push(one.stop, other.stop);
  });

  it('give 50 who refresh one token at once one and the same successor', async () => {
    const session = await (await Account.create(one.client)).session();
    // So that both have their connections when the race begins.
    const reads = Array.from({ length: 50 }, (_, index) => [one, other][index % 2]!.client.get('/api/auth/me'));
    await Promise.all(reads);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => session.refresh(undefined, [one, other][index % 2]!.client)),
    );
    expect(answers.filter(({ status }) => status !== 200).map(({ text }) => text)).toEqual([]);
    expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1);
    expect((await session.refresh(answers[0]!.body.refreshToken, other.client)).status).toBe(200);
  });

  it('both know within a minute that a session and a key have ended in one of them', async () => {
    const account = await Account.create(one.client);
    const session = await account.session();
    const { body: created } = await one.client.post<{ id: string; key: string }>('/api/api-keys', {
      name: 'A service',
      scopes: ['vehicles:read'],
    });
    const service = other.client.as({ 'X-Api-Key': created.key });
    const use = async () => [await session.isOn(other.client), (await service.get('/api/vehicles')).status];
    expect(await use()).toEqual([true, 200]);
    const start = performance.now();
    await one.client.post(`${account.path}/deactivate`);
    await one.client.delete(`/api/api-keys/${created.id}`);
    expect(await session.isOn(one.client)).toBe(false);
    await until(
      async () => JSON.stringify(await use()) === '[false,401]',
      () => 'The other process still lets them in.',
      60_000,
    );
    expect(performance.now() - start).toBeLessThan(60_000);
  });
});

/** Servers that start together on a new database, when all of them answer. */
async function startTogether(count: number, environment: Record<string, string>) {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const port = await freePort();
      const server = spawnProgram('apps/api/src/main.js', { PORT: String(port), ...environment });
      stops.push(server.stop);
      return { ...server, client: new Client(`http://127.0.0.1:${port}`) };
    }),
  );
  for (const { client, output } of servers) {
    await until(
      async () => (await client.get('/ready')).status === 200,
      () => `A server did not become ready: ${output()}`,
      60_000,
    );
  }
  return servers;
}

const MADE = /e-mail {4}(\S+)\s+password {2}(\S+)/;

describe('the first start', () => {
  // With a server nobody is made unless somebody says who: see below.
  (onSqlServer ? it.skip : it)(
    'makes one administrator, whom one of three processes names, and not in the log',
    async () => {
      const environment = { ...newDatabase(), ADMIN_EMAIL: '', ADMIN_PASSWORD: '' };
      const servers = await startTogether(3, environment);
      const printed = servers.map(({ output }) => output()).filter((text) => MADE.test(text));
      expect(printed).toHaveLength(1);
      const [, email, password] = MADE.exec(printed[0]!)!;
      expect([email, password!.length]).toEqual(['admin@fleet.local', 24]);
      const lines = printed[0]!.split('\n').filter((line) => line.startsWith('{'));
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.join()).not.toContain(password);
      for (const { client } of servers) await signIn(client, { email: email!, password: password! });
      const [again] = await startTogether(1, environment);
      expect(again!.output()).not.toMatch(MADE);
    },
  );

  it('makes the one whom the environment names, once', async () => {
    const servers = await startTogether(2, newDatabase());
    const client = await signIn(servers[0]!.client);
    const { body } = await client.get<{ items: { email: string }[] }>('/api/users');
    expect(body.items.map(({ email }) => email)).toEqual([ADMINISTRATOR.email]);
    expect(servers.map(({ output }) => output()).join()).not.toContain(ADMINISTRATOR.password);
  });

  // The embedded engine's first start makes an administrator: see above.
  (onSqlServer ? it : it.skip)('says what to set where it makes nobody', async () => {
    const [server] = await startTogether(1, { ...newDatabase(), ADMIN_EMAIL: '', ADMIN_PASSWORD: '' });
    // The log leaves a process in its own time.
    await server!.stop();
    expect(server!.output()).toContain('Set ADMIN_EMAIL and ADMIN_PASSWORD');
    expect(server!.output()).not.toMatch(MADE);
  });

  it('refuses a password that everybody tries first, in words of the operator', async () => {
    const run = spawnProgram('apps/api/src/main.js', {
      ...newDatabase(),
      PORT: String(await freePort()),
      ADMIN_PASSWORD: 'Qwerty123456',
    });
    expect(await run.exited).toBe(1);
    expect(run.output()).toContain('ADMIN_PASSWORD must not be one of the commonest passwords.');
    expect(run.output()).not.toContain('Qwerty123456');
  });
});
