import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, AddressInfo } from 'node:net';
import { join } from 'node:path';
import { signIn } from './callers';
import { Client } from './client';
import { onSqlServer, TEST_ADMIN, TEST_FILES, TEST_KEYS } from './test-database';

const ROOT = join(__dirname, '../../..');
/** On a server, the first process creates the database. */
const LONGEST_START_MS = onSqlServer ? 90_000 : 45_000;

/** A server process of the built product, as an operator runs it. */
export interface ServerProcess {
  readonly process: ChildProcess;
  /** An administrator, who has signed in. */
  readonly client: Client;
  /** All that it has printed. */
  output(): string;
  /** Its exit code, when it ends; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  /** Ends it by a signal and gives its exit code; null when the signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the built API, waits until it is ready, and signs in. @param program what starts it, below the built product */
export async function startServerProcess(
  environment: Record<string, string>,
  program = 'apps/api/src/main.js',
): Promise<ServerProcess> {
  const port = await freePort();
  const server = spawnProgram(program, { PORT: String(port), ...environment });
  const client = new Client(`http://127.0.0.1:${port}`);
  try {
    await until(
      async () => (await client.get('/ready')).status === 200,
      () => `The server did not become ready: ${server.output()}`,
      LONGEST_START_MS,
    );
    return { ...server, client: await signIn(client) };
  } catch (error) {
    // Nobody else knows of it, and while it runs the test run does not end.
    await server.stop('SIGKILL');
    throw error;
  }
}

/** Starts a built program, the worker for one. */
export function spawnProgram(
  program: string,
  environment: Record<string, string>,
  args: readonly string[] = [],
): Omit<ServerProcess, 'client'> {
  const child = spawn(process.execPath, [join(ROOT, 'dist', program), ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      LOG_FORMAT: 'json',
      WORKER: 'external',
      RATE_LIMIT: 'off',
      LOGIN_RATE_LIMIT: 'off',
      ...TEST_KEYS,
      ...TEST_ADMIN,
      ...TEST_FILES,
      ...environment,
    },
  });
  // A test run that breaks off must not leave it behind.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  let printed = '';
  const keep = (chunk: Buffer) => (printed += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  // `close` comes after `exit`, when all that it printed has been read.
  const exited = once(child, 'close').then(([code]) => code as number | null);
  return {
    process: child,
    output: () => printed,
    exited,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return exited;
    },
  };
}

/** Asks again until the answer is yes; what it waits for is an event in another process. */
export async function until(
  condition: () => Promise<boolean>,
  complaint: () => string,
  milliseconds = 20_000,
): Promise<void> {
  const giveUpAt = Date.now() + milliseconds;
  for (;;) {
    if (await condition().catch(() => false)) return;
    if (Date.now() > giveUpAt) throw new Error(complaint());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
