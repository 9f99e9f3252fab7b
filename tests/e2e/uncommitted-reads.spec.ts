import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { VehicleQueries } from '@fleet/application/vehicles/vehicle.queries';
import { Vehicle } from '@fleet/domain/vehicles/vehicle';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

/** Fewer than the units of work that run at once: if each wanted a second connection, none would ever get one. */
const POOL_SIZE = 4;

/** A unit of work that has written a vehicle and waits to be told how it ends. */
class HeldWork {
  readonly vehicle: Vehicle = new VehicleBuilder().register();
  readonly outcome: Promise<unknown>;
  private end: (error: Error | null) => void = () => undefined;
  private hasWritten: () => void = () => undefined;
  readonly written = new Promise<void>((resolve) => (this.hasWritten = resolve));

  constructor(api: TestApi) {
    const vehicles = api.app.get(VehicleRepository, { strict: false });
    const ended = new Promise<Error | null>((resolve) => (this.end = resolve));
    const work = api.app.get(UnitOfWork, { strict: false }).run(async () => {
      await vehicles.add(this.vehicle);
      this.hasWritten();
      const error = await ended;
      if (error) throw error;
    });
    this.outcome = work.catch((error: unknown) => error);
  }

  commit(): Promise<unknown> {
    this.end(null);
    return this.outcome;
  }

  rollBack(): Promise<unknown> {
    this.end(new Error('rolled back'));
    return this.outcome;
  }
}

const statusOf = async (api: TestApi, held: HeldWork) =>
  (await api.client.get(`/api/vehicles/${held.vehicle.id}`)).status;

describe('readers of a file or a server', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ DATABASE_POOL_SIZE: String(POOL_SIZE) });
  });
  afterAll(() => api.stop());

  it('see a change when it is committed, and do not wait for it', async () => {
    const held = new HeldWork(api);
    await held.written;
    expect(await statusOf(api, held)).toBe(404);
    await held.commit();
    expect(await statusOf(api, held)).toBe(200);
  });

  it('inside a unit of work see what it has written, and need no connection of their own', async () => {
    const find = <T>(port: abstract new (...parts: never[]) => T): T => api.app.get<T>(port, { strict: false });
    const all = Array.from({ length: 3 * POOL_SIZE }, () => new VehicleBuilder().register());
    const works = all.map((vehicle) =>
      find(UnitOfWork).run(async () => {
        await find(VehicleRepository).add(vehicle);
        return (await find(VehicleQueries).find(vehicle.id))?.id;
      }),
    );
    expect(await Promise.all(works)).toEqual(all.map(({ id }) => id));
  });

  it('never see one that is rolled back', async () => {
    const held = new HeldWork(api);
    await held.written;
    expect(await statusOf(api, held)).toBe(404);
    await held.rollBack();
    expect(await statusOf(api, held)).toBe(404);
  });
});

(onSqlServer ? describe.skip : describe)('readers of a database in memory', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ DATABASE_URL: 'file::memory:' });
  });
  afterAll(() => api.stop());

  it.each([
    ['committed', 200],
    ['rolled back', 404],
  ])('wait for a change, and see it %s', async (end, expected) => {
    const held = new HeldWork(api);
    await held.written;
    const order: string[] = [];
    const status = statusOf(api, held).finally(() => order.push('read'));
    // The answer to a request that needs no database overtakes the reader that waits.
    for (let count = 0; count < 5; count++) await api.client.get('/health');
    expect(order).toEqual([]);
    await (end === 'committed' ? held.commit() : held.rollBack());
    expect(await status).toBe(expected);
  });

  it('do not wait for themselves inside a unit of work', async () => {
    const queries = api.app.get(VehicleQueries, { strict: false });
    const vehicles = api.app.get(VehicleRepository, { strict: false });
    const vehicle = new VehicleBuilder().register();
    const found = await api.app.get(UnitOfWork, { strict: false }).run(async () => {
      await vehicles.add(vehicle);
      return queries.find(vehicle.id);
    });
    expect(found?.id).toBe(vehicle.id);
  });
});
