import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from './support/client';
import { freePort, until } from './support/server-process';
import { createTestDatabase, TEST_ADMIN, TEST_FILES, TEST_KEYS } from './support/test-database';

const ROOT = join(__dirname, '../..');

it.each(['1', '2'])(
  'a server of %s workers whose terminal is closed stops in order',
  async (workers) => {
    const database = createTestDatabase();
    const port = String(await freePort());
    const settings = { PORT: port, WORKERS: workers, DATABASE_URL: database.url, DATABASE_MIGRATE: 'true' };
    // What `npm start` runs, and as a terminal has it: with all that it starts in one group.
    const command = spawn(process.execPath, ['tools/run.js', 'apps/api/src/main.js'], {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env.PATH, ...TEST_KEYS, ...TEST_ADMIN, ...TEST_FILES, ...settings },
    });
    const exited = once(command, 'exit');
    let printed = '';
    command.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const client = new Client(`http://127.0.0.1:${port}`);
    try {
      await until(
        async () => printed.split('FleetManager listens').length > Number(workers),
        () => `Not all of them listen: ${printed}`,
        60_000,
      );
      // The terminal to all of them, and the shell once more.
      process.kill(-command.pid!, 'SIGHUP');
      process.kill(-command.pid!, 'SIGHUP');
      expect(await exited).toEqual([0, null]);
      await expect(client.get('/health')).rejects.toThrow();
    } finally {
      if (command.exitCode === null) process.kill(-command.pid!, 'SIGKILL');
      await database.drop();
    }
  },
  120_000,
);
