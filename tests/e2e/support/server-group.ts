import { Client } from './client';
import { ServerProcess, startServerProcess } from './server-process';

/** Several processes of the product on one database. */
export class ServerGroup {
  private constructor(readonly servers: readonly ServerProcess[]) {}

  /** The first one makes the database, the others find it made. */
  static async start(count: number, environment: Record<string, string>): Promise<ServerGroup> {
    const start = () => startServerProcess({ DATABASE_MIGRATE: 'true', LOG_LEVEL: 'warn', ...environment });
    const first = await start();
    return new ServerGroup([first, ...(await Promise.all(Array.from({ length: count - 1 }, start)))]);
  }

  /** Whose turn it is, when the requests are dealt out one after the other. */
  client(turn: number): Client {
    return this.servers[turn % this.servers.length]!.client;
  }

  /** Makes so many of something, a few at a time in every process, so that all of them have their connections then. */
  async make<T>(count: number, make: (client: Client, index: number) => Promise<T>): Promise<T[]> {
    const made: T[] = [];
    const atOnce = this.servers.length * 5;
    while (made.length < count) {
      const batch = Array.from({ length: Math.min(atOnce, count - made.length) }, (_, place) => {
        const index = made.length + place;
        return make(this.client(index), index);
      });
      made.push(...(await Promise.all(batch)));
    }
    return made;
  }

  async stop(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop('SIGKILL')));
  }
}
