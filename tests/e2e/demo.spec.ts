import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from './support/callers';
import { Client } from './support/client';
import { freePort, until } from './support/server-process';

const PROGRAM = join(__dirname, '../../dist/tools/demo/main.js');
// As on a machine that is set up for something else; the demo has a database of its own.
const DATABASE_URL = 'mssql://somebody:else@127.0.0.1:1/Elsewhere';
/** Milliseconds; the fleet takes seconds, on a machine that is busy with other tests many. */
const LONGEST = 120_000;

interface Demo {
  readonly process: ChildProcess;
  readonly exit: Promise<[code: number | null]>;
  output(): string;
}

let directory: string;
let port: number;
let client: Client;
let demo: Demo;

/** Starts the demo in a directory that takes the place of the project's. */
function start(environment: Record<string, string>, ...options: string[]): Demo {
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', LOG_FORMAT: 'json', DATABASE_URL, ...environment };
  const child = spawn(process.execPath, [PROGRAM, ...options], { cwd: directory, env });
  let printed = '';
  const keep = (chunk: Buffer) => (printed += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return { process: child, exit: once(child, 'exit') as Demo['exit'], output: () => printed };
}

async function startServer(): Promise<void> {
  // Whatever address the environment says: its passwords are known to everybody. One caller makes all of the calls here.
  demo = start({ PORT: String(port), HOST: '0.0.0.0', RATE_LIMIT: 'off' });
  const isReady = async () => demo.output().includes('FleetManager is ready');
  await until(isReady, () => `The demo did not become ready: ${demo.output()}`, LONGEST);
}

/** As whoever reads what the start prints. */
async function signInAsPrinted(role = 'Admin'): Promise<Client> {
  const [, email, password] = new RegExp(`${role} +(\\S+@\\S+) +(\\S.*)`).exec(demo.output()) ?? [];
  return signIn(new Client(client.baseUrl), { email: email!, password: password! });
}

async function stopServer(): Promise<number | null> {
  demo.process.kill('SIGTERM');
  return (await demo.exit)[0];
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'fleet-demo-'));
  port = await freePort();
  client = new Client(`http://127.0.0.1:${port}`);
  await startServer();
  client = await signInAsPrinted();
}, LONGEST);
afterAll(() => {
  demo.process.kill('SIGKILL');
  rmSync(directory, { recursive: true });
});

interface Operation {
  readonly parameters?: readonly { name: string; in: string; required: boolean; example?: unknown }[];
  readonly requestBody?: { content: Record<string, { examples?: Record<string, { value: unknown }> }> };
}

interface OpenApi extends Record<string, unknown> {
  readonly paths: Record<string, Record<string, Operation>>;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly type?: string;
}

/** What the explorer sends when somebody tries an operation and types nothing: once for each example of a body. */
function callsOf(method: string, path: string, { parameters = [], requestBody }: Operation): Call[] {
  const filledIn = path.replace(/\{(\w+)\}/g, (_, name) =>
    String(parameters.find((one) => one.name === name)?.example),
  );
  const needed = parameters.filter((one) => one.in === 'query' && one.required);
  const query = needed.map(({ name, example }) => `${name}=${String(example)}`).join('&');
  const call = { method: method.toUpperCase(), path: query ? `${filledIn}?${query}` : filledIn };
  if (!requestBody) return [call];
  return Object.entries(requestBody.content).flatMap(([type, { examples }]) =>
    // A form needs a file of the reader's own; the same as JSON stands beside it.
    Object.values(examples ?? {}).map(({ value }) => ({ ...call, type, body: value })),
  );
}

/** A refresh token is somebody's own; another password would end the session that all the others are made in. */
const NOT_AS_THEY_STAND = ['/api/auth/refresh', '/api/auth/password'];

const listOf = async (path: string) => (await client.get<{ items: Record<string, unknown>[] }>(path)).body.items;

const hasFiles = ({ proof }: Record<string, unknown>) =>
  proof !== null && (proof as { files: unknown[] }).files.length > 0;

describe('npm run demo', () => {
  it('serves a fleet with vehicles due, in the workshop and on the road', async () => {
    expect((await client.get('/ready')).status).toBe(200);
    expect(await listOf('/api/vehicles?limit=200')).toHaveLength(200);
    expect(await listOf('/api/maintenance/upcoming?days=3')).toHaveLength(10);
    expect(await listOf('/api/vehicles?status=InMaintenance')).toHaveLength(6);
    expect((await listOf('/api/trips/active')).length).toBeGreaterThan(30);
    expect(await listOf('/api/drivers?active=false')).toHaveLength(8);
  });

  it('serves deliveries that are on the road, late, and proved', async () => {
    const tracked = await listOf('/api/deliveries/live-tracking?limit=200');
    expect(tracked.length).toBeGreaterThan(12);
    expect(tracked.some(({ delayMinutes }) => Number(delayMinutes) > 0)).toBe(true);
    expect((await listOf('/api/deliveries?late=true')).length).toBeGreaterThan(20);
    expect((await listOf('/api/deliveries?hasOpenIncidents=true')).length).toBeGreaterThan(5);
    expect((await listOf('/api/routes?status=Completed')).length).toBeGreaterThan(40);
    const [proved] = (await listOf('/api/deliveries?status=Delivered&limit=200')).filter(hasFiles);
    const { id, proof } = proved as { id: string; proof: { files: { id: string; mediaType: string }[] } };
    const { status, headers } = await client.get(`/api/deliveries/${id}/proof/files/${proof.files[0]!.id}`);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it('prints addresses that answer, and leaves the database of the environment alone', async () => {
    const addresses = demo.output().match(new RegExp(`${client.baseUrl}/[^\\s"]+`, 'g'))!;
    const paths = [...new Set(addresses)].map((address) => address.slice(client.baseUrl.length));
    expect(paths).toEqual(expect.arrayContaining(['/docs', '/redoc']));
    for (const path of paths) expect([path, (await client.get(path)).status]).toEqual([path, 200]);
    expect(demo.output()).toContain('DATABASE_URL is set, but the demo always uses data/demo.db.');
  });

  it('prints a sign-in for each role, and listens on this machine alone', async () => {
    for (const role of ['Admin', 'Manager', 'Driver']) {
      const { body } = await (await signInAsPrinted(role)).get('/api/auth/me');
      expect(body).toMatchObject({ role });
    }
    const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    const others = own.filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) await expect(fetch(`http://${address}:${port}/health`)).rejects.toThrow();
    expect(client.baseUrl).toContain('127.0.0.1');
  });

  it('answers every call of the documentation as it stands there', async () => {
    const { body: document } = await client.get<OpenApi>('/openapi.json');
    const calls = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) => callsOf(method, path, operation)),
    );
    expect(calls.length).toBeGreaterThan(25);
    const refused: string[] = [];
    for (const { method, path, body, type } of calls.filter(({ path }) => !NOT_AS_THEY_STAND.includes(path))) {
      const { status, text } = await client.send(method, path, body, type ? { 'Content-Type': type } : {});
      if (status < 200 || status > 299) refused.push(`${method} ${path} ${status} ${text}`);
    }
    expect(refused).toEqual([]);
  });

  it('is not made anew while it runs, and says so', async () => {
    const second = start({ PORT: '0' }, '--fresh');
    expect((await second.exit)[0]).toBe(1);
    expect(second.output()).toContain('The demo runs in another process');
  });

  it('says that the port is taken', async () => {
    const second = start({ PORT: String(port) });
    expect((await second.exit)[0]).toBe(1);
    expect(second.output()).toContain(`Port ${port} is in use by another program: set PORT to a free one.`);
  });

  it(
    'goes on with the same fleet, until it is made anew',
    async () => {
      const vehicle = { plate: 'STAYS-1', model: 'Fiat Toro', year: 2024 };
      expect((await client.post('/api/vehicles', vehicle)).status).toBe(201);
      expect(await stopServer()).toBe(0);
      await startServer();
      expect(await listOf('/api/vehicles?plate=STAYS-1')).toHaveLength(1);
      expect(await stopServer()).toBe(0);
      demo = start({ PORT: String(port) }, '--fresh');
      await until(async () => (await client.get('/ready')).status === 200, demo.output, LONGEST);
      client = await signInAsPrinted();
      expect(await listOf('/api/vehicles?plate=STAYS-1')).toHaveLength(0);
      expect((await listOf('/api/trips/active')).length).toBeGreaterThan(30);
    },
    LONGEST,
  );

  it('refuses an option that it does not know', async () => {
    const second = start({ PORT: '0' }, '--frehs');
    expect((await second.exit)[0]).toBe(1);
    expect(second.output()).toContain('Usage: npm run demo [-- --fresh]');
  });
});
