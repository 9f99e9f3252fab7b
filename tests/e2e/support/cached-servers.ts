import { Page } from '@fleet/application/shared/page';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { Answer } from './client';
import { ServerProcess, startServerProcess, until } from './server-process';
import { createTestDatabase, TestDatabase } from './test-database';

const AVAILABLE = '/api/vehicles/available';

/** What the tests change, and what is changed by the load that they are under. */
const PLATES = ['CACHED-1', 'LOADED-1'] as const;
type Plate = (typeof PLATES)[number];

/** Two processes of the product on one database and one Redis, and vehicles whose mileage tells old lists from new. */
export class CachedServers {
  private mileage = 0;
  /** Every answer with a status of 500 or more. */
  readonly failures: string[] = [];

  private constructor(
    readonly one: ServerProcess,
    readonly other: ServerProcess,
    private readonly database: TestDatabase,
    private readonly vehicles: Record<string, VehicleView>,
  ) {}

  static async start(environment: Record<string, string>): Promise<CachedServers> {
    const database = createTestDatabase();
    const start = () =>
      startServerProcess({ DATABASE_URL: database.url, DATABASE_MIGRATE: 'true', LOG_LEVEL: 'warn', ...environment });
    const one = await start();
    const vehicles: Record<string, VehicleView> = {};
    for (const plate of PLATES) {
      const body = { plate, model: 'Fiat Uno', year: 2020 };
      vehicles[plate] = (await one.client.post<VehicleView>('/api/vehicles', body)).body;
    }
    return new CachedServers(one, await start(), database, vehicles);
  }

  /** Changes a vehicle in one process and gives its new mileage. */
  async change(server: ServerProcess, plate: Plate = 'CACHED-1'): Promise<number> {
    const { model, year, id } = this.vehicles[plate]!;
    const mileage = ++this.mileage;
    const answer = await server.client.put(`/api/vehicles/${id}`, { model, year, mileage });
    this.check(answer);
    if (answer.status !== 200) throw new Error(`The change was answered with ${answer.status}: ${answer.text}`);
    return mileage;
  }

  /** A vehicle's mileage in the list of available vehicles that this process gives. */
  async listed(server: ServerProcess, limit = 50, plate: Plate = 'CACHED-1'): Promise<number | undefined> {
    const answer = await server.client.get<Page<VehicleView>>(`${AVAILABLE}?limit=${limit}`);
    this.check(answer);
    return answer.body.items?.find((vehicle) => vehicle.plate === plate)?.mileage;
  }

  async cacheAnswers(server: ServerProcess): Promise<boolean> {
    const { status, body } = await server.client.get<{ checks: { cache: boolean } }>('/ready');
    if (status !== 200) this.failures.push(`/ready ${status}`);
    return body.checks.cache;
  }

  /** Waits until both processes say of their cache whether it is there. */
  async untilCacheIs(there: boolean): Promise<void> {
    for (const server of [this.one, this.other]) {
      await until(
        async () => (await this.cacheAnswers(server)) === there,
        () => `The cache is not ${there ? 'there' : 'away'}.`,
      );
    }
  }

  /** Reads and changes without a pause in both processes while `work` is done. A process sees its own changes at once. */
  async underLoad(work: () => Promise<void>): Promise<{ stale: string[] }> {
    const stale: string[] = [];
    let done = false;
    const readers = [this.one, this.other].map(async (server) => {
      while (!done) await this.listed(server);
    });
    const writer = async () => {
      while (!done) {
        const mileage = await this.change(this.one, 'LOADED-1');
        const seen = await this.listed(this.one, 50, 'LOADED-1');
        if (seen !== mileage) stale.push(`${seen} instead of ${mileage}`);
      }
    };
    const load = Promise.all([...readers, writer()]);
    await Promise.race([work(), load]).finally(() => (done = true));
    await load;
    return { stale };
  }

  async stop(): Promise<void> {
    await Promise.all([this.one.stop('SIGKILL'), this.other.stop('SIGKILL')]);
    await this.database.drop();
  }

  private check({ status, text }: Answer<unknown>): void {
    if (status >= 500) this.failures.push(`${status} ${text}`);
  }
}
