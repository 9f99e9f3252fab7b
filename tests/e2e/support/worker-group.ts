import { PinnedClient } from './pinned-client';
import { ServerProcess, startServerProcess, until } from './server-process';
import { createTestDatabase, TestDatabase } from './test-database';

interface Line {
  readonly pid?: number;
  readonly level: number;
  readonly requestId?: string;
  readonly msg?: string;
}

/** The product as one command with several workers behind one port. */
export class WorkerGroup {
  private constructor(
    readonly server: ServerProcess,
    private readonly database: TestDatabase,
    private readonly count: number,
  ) {}

  /** All of them listen when it resolves. @param program what starts them, when it is not the product's own */
  static async start(count: number, environment: Record<string, string> = {}, program?: string): Promise<WorkerGroup> {
    const database = createTestDatabase();
    const settings = {
      DATABASE_URL: database.url,
      DATABASE_MIGRATE: 'true',
      DATABASE_POOL_SIZE: '5',
      LOG_LEVEL: 'info',
      WORKERS: String(count),
      ...environment,
    };
    const server = await startServerProcess(settings, program);
    const group = new WorkerGroup(server, database, count);
    try {
      await group.untilStarted(count);
    } catch (error) {
      // Nobody else knows of it.
      await group.stop();
      throw error;
    }
    return group;
  }

  get client(): ServerProcess['client'] {
    return this.server.client;
  }

  /** What was printed, line by line. @throws SyntaxError when one process wrote into another one's line */
  lines(): Line[] {
    const whole = this.server.output().split('\n').slice(0, -1);
    return whole.map((line) => JSON.parse(line) as Line);
  }

  /** Those that have ever listened, in their order. */
  pids(): number[] {
    return this.lines().flatMap(({ msg, pid }) => (msg?.startsWith('FleetManager listens') ? [pid!] : []));
  }

  /** Waits until that many workers have listened since the start. */
  untilStarted(count: number): Promise<void> {
    return until(
      async () => this.pids().length >= count,
      () => `There are not ${count} workers: ${this.server.output().slice(-2_000)}`,
      90_000,
    );
  }

  /** A connection to each of the workers. */
  async connections(): Promise<PinnedClient[]> {
    const found = new Map<number, PinnedClient>();
    await until(
      async () => {
        const connection = new PinnedClient(this.client);
        const pid = await this.workerOf(connection);
        if (found.has(pid)) connection.close();
        else found.set(pid, connection);
        return found.size === this.count;
      },
      () => `Only ${[...found.keys()].join()} answer.`,
      60_000,
    );
    return [...found.values()];
  }

  /** The process behind a connection. */
  async workerOf(connection: PinnedClient): Promise<number> {
    const mark = await connection.leaveMark();
    let pid: number | undefined;
    await until(
      async () => (pid = this.lines().find(({ requestId }) => requestId === mark)?.pid) !== undefined,
      () => 'The log does not come.',
    );
    return pid!;
  }

  async stop(): Promise<void> {
    await this.server.stop('SIGKILL');
    await this.database.drop();
  }
}
