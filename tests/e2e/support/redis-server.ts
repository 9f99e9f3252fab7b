import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createClient } from 'redis';
import { freePort, until } from './server-process';

/** Whether this machine has a Redis server; the suite says at its start when it has none. */
export const hasRedis = process.env.TEST_REDIS_URL !== undefined;

/** A Redis server that one test file starts, stops and kills as it likes. */
export class RedisServer {
  private process: ChildProcess | null = null;

  private constructor(private readonly port: number) {}

  /** Reserves an address; the server is not there yet. */
  static async reserve(): Promise<RedisServer> {
    return new RedisServer(await freePort());
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it empty, unless it runs, and waits until it answers. */
  async start(): Promise<void> {
    if (this.process) return;
    const options = ['--bind', '127.0.0.1', '--port', String(this.port), '--save', '', '--appendonly', 'no'];
    this.process = spawn('redis-server', [...options, '--dir', process.env.TEST_DIRECTORY!], { stdio: 'ignore' });
    await until(
      () => this.answers(),
      () => `No Redis server at ${this.url}`,
    );
  }

  /** Stops it from doing anything, with its connections open. */
  freeze(): void {
    this.process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.process?.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    if (!this.process) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
    this.process = null;
  }

  private async answers(): Promise<boolean> {
    const client = createClient({ url: this.url, socket: { reconnectStrategy: false } }).on('error', () => undefined);
    try {
      await client.connect();
      return (await client.ping()) === 'PONG';
    } finally {
      client.destroy();
    }
  }
}
