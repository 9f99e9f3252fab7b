import { ActionContext } from '@fleet/application/shared/action-context';
import { ConcurrentUpdateError, UnavailableError } from '@fleet/application/shared/application-error';
import { CommittedEvents } from '@fleet/application/shared/committed-events';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { DomainEvent } from '@fleet/domain/shared/domain-event';
import { Vehicle } from '@fleet/domain/vehicles/vehicle';
import { PlateTakenError, VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { NOW } from '@fleet/tests/builders/moments';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { eventsOf } from './support/event-log';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

let api: TestApi;
let unitOfWork: UnitOfWork;
let vehicles: VehicleRepository;
let told: DomainEvent[] = [];
beforeAll(async () => {
  api = await startTestApi();
  unitOfWork = api.app.get(UnitOfWork, { strict: false });
  vehicles = api.app.get(VehicleRepository, { strict: false });
  api.app.get(CommittedEvents, { strict: false }).subscribe(async (events) => void told.push(...events));
});
beforeEach(() => (told = []));
afterAll(() => api.stop());

const isStored = async (id: string) => (await api.client.get(`/api/vehicles/${id}`)).status === 200;
const toldOf = (id: string) => told.filter(({ streamId }) => streamId === id).map(({ type }) => type);

/** Does what `UnitOfWork.run` is given, and counts how often. */
function failing(error: Error, times: number): { work: () => Promise<string>; count: () => number } {
  let count = 0;
  const work = async () => {
    count++;
    if (count <= times) throw error;
    return 'done';
  };
  return { work, count: () => count };
}

describe('a unit of work', () => {
  it('keeps the row and its events together', async () => {
    const vehicle = new VehicleBuilder().register();
    const action = { actor: 'somebody', correlationId: 'action-1' };
    const context = api.app.get(ActionContext, { strict: false });
    await context.run(action, () => unitOfWork.run(() => vehicles.add(vehicle)));
    expect(await isStored(vehicle.id)).toBe(true);
    expect(await eventsOf(api, vehicle.id)).toMatchObject([{ type: 'VehicleRegistered', version: 1, ...action }]);
    expect(toldOf(vehicle.id)).toEqual(['VehicleRegistered']);
  });

  it('that fails leaves neither row nor event, and tells nobody', async () => {
    const vehicle = new VehicleBuilder().register();
    const work = unitOfWork.run(async () => {
      await vehicles.add(vehicle);
      throw new VehicleNotFoundError();
    });
    await expect(work).rejects.toThrow(VehicleNotFoundError);
    expect([await isStored(vehicle.id), await eventsOf(api, vehicle.id), toldOf(vehicle.id)]).toEqual([false, [], []]);
  });

  it('inside another joins it', async () => {
    const [outer, inner] = [new VehicleBuilder().register(), new VehicleBuilder().register()];
    const addBoth = async () => {
      await vehicles.add(outer);
      await unitOfWork.run(() => vehicles.add(inner));
      expect(told).toEqual([]);
    };
    const failed = unitOfWork.run(async () => {
      await addBoth();
      throw new Error('after the inner one was done');
    });
    await expect(failed).rejects.toThrow('after the inner one was done');
    expect([await isStored(outer.id), await isStored(inner.id)]).toEqual([false, false]);
    await unitOfWork.run(addBoth);
    expect([await isStored(outer.id), await isStored(inner.id)]).toEqual([true, true]);
    expect(told.map(({ streamId }) => streamId)).toEqual([outer.id, inner.id]);
  });

  it('gives back what its work gives', async () => {
    expect(await unitOfWork.run(async () => 42)).toBe(42);
  });

  it('is where repositories work, and nowhere else', async () => {
    const vehicle = new VehicleBuilder().register();
    const outside = [() => vehicles.add(vehicle), () => vehicles.find(vehicle.id), () => vehicles.remove(vehicle)];
    for (const write of outside) {
      await expect((async () => write())()).rejects.toThrow('Repositories work inside UnitOfWork.run only.');
    }
  });

  it('is committed whatever a listener makes of it', async () => {
    const events = api.app.get(CommittedEvents, { strict: false });
    const vehicle = new VehicleBuilder().register();
    events.subscribe(async (committed) => {
      if (committed.some(({ streamId }) => streamId === vehicle.id)) throw new Error('A listener that fails.');
    });
    const after: string[] = [];
    events.subscribe(async (committed) => void after.push(...committed.map(({ streamId }) => streamId)));
    await unitOfWork.run(() => vehicles.add(vehicle));
    expect(await isStored(vehicle.id)).toBe(true);
    expect(after).toContain(vehicle.id);
    expect(JSON.stringify(api.logs)).toContain('A listener that fails.');
  });
});

describe('work that lost a race', () => {
  const driverError = (fields: object) => Object.assign(new Error('lost'), fields);
  const races: [string, Error][] = [
    ['somebody else’s change', new ConcurrentUpdateError()],
    ['a deadlock', driverError({ number: 1205 })],
    ['a snapshot conflict', driverError({ number: 3960 })],
    ['a lock that was waited for too long', driverError({ number: 1222 })],
    ['a busy file', driverError({ code: 'SQLITE_BUSY' })],
    ['a snapshot that is outdated', driverError({ code: 'SQLITE_BUSY_SNAPSHOT' })],
  ];

  it.each(races)('against %s is done again, four times', async (_, error) => {
    const { work, count } = failing(error, 4);
    expect([await unitOfWork.run(work), count()]).toEqual(['done', 5]);
  });

  it.each(races)('against %s is given up after that', async (_, error) => {
    const { work, count } = failing(error, 5);
    await expect(unitOfWork.run(work)).rejects.toThrow(ConcurrentUpdateError);
    expect(count()).toBe(5);
  });

  it('leaves nothing behind of the times before', async () => {
    const plates = ['TRY-1', 'TRY-2', 'TRY-3'];
    const tries = plates.map((plate) => new VehicleBuilder().withPlate(plate).register());
    let count = 0;
    await unitOfWork.run(async () => {
      await vehicles.add(tries[count++]!);
      if (count < tries.length) throw new ConcurrentUpdateError();
    });
    expect(await Promise.all(tries.map(({ id }) => isStored(id)))).toEqual([false, false, true]);
    expect(told.map(({ streamId }) => streamId)).toEqual([tries[2]!.id]);
  });

  it.each<[string, Error]>([
    ['a broken rule', new PlateTakenError()],
    ['a mistake of ours', new TypeError('x is not a function')],
  ])('is not done again because of %s', async (_, error) => {
    const { work, count } = failing(error, 1);
    await expect(unitOfWork.run(work)).rejects.toBe(error);
    expect(count()).toBe(1);
  });

  it('is not done again because the database is away', async () => {
    const { work, count } = failing(driverError({ code: 'ESOCKET' }), 1);
    await expect(unitOfWork.run(work)).rejects.toThrow(UnavailableError);
    expect(count()).toBe(1);
  });
});

describe('two units of work', () => {
  async function addVehicle(): Promise<string> {
    const vehicle = new VehicleBuilder().withMileage(0).register();
    await unitOfWork.run(() => vehicles.add(vehicle));
    return vehicle.id;
  }

  async function drive(id: string): Promise<void> {
    const vehicle = (await vehicles.find(id))!;
    const { model, year, mileage } = vehicle.snapshot();
    vehicle.changeDetails({ model, year, mileage: mileage + 1 }, NOW);
    await vehicles.update(vehicle);
  }

  it('on one vehicle lose no change', async () => {
    const id = await addVehicle();
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => unitOfWork.run(() => drive(id))));
    const done = outcomes.filter(({ status }) => status === 'fulfilled').length;
    const { body } = await api.client.get(`/api/vehicles/${id}`);
    expect([body.mileage, body.version]).toEqual([done, done + 1]);
    expect((await eventsOf(api, id)).map(({ version }) => version)).toEqual(
      Array.from({ length: done + 1 }, (__, index) => index + 1),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(ConcurrentUpdateError);
    }
  });

  it.each<[string, (vehicle: Vehicle) => Promise<void>]>([
    ['changed', (vehicle) => vehicles.update(vehicle)],
    ['deleted', (vehicle) => vehicles.remove(vehicle)],
  ])('do not get past each other: what was loaded before a change is not %s after it', async (_, write) => {
    const id = await addVehicle();
    const work = unitOfWork.run(async () => {
      const [first, second] = [(await vehicles.find(id))!, (await vehicles.find(id))!];
      first.changeDetails({ model: 'Fiat Uno', year: 2020, mileage: 1 }, NOW);
      await vehicles.update(first);
      second.changeDetails({ model: 'Fiat Uno', year: 2020, mileage: 2 }, NOW);
      await write(second);
    });
    await expect(work).rejects.toThrow(ConcurrentUpdateError);
    expect((await api.client.get(`/api/vehicles/${id}`)).body).toMatchObject({ mileage: 0, version: 1 });
  });

  // The embedded engine lets one writer in at a time, so that nobody can wait for the other one's lock.
  (onSqlServer ? it : it.skip)('that wait for each other both get done', async () => {
    const ids = [await addVehicle(), await addVehicle()];
    let waiting = 0;
    let bothHold = () => {};
    const both = new Promise<void>((resolve) => (bothHold = resolve));
    const crossed = (first: string, second: string) => {
      let tries = 0;
      return unitOfWork.run(async () => {
        tries++;
        await drive(first);
        if (tries === 1) {
          if (++waiting === 2) bothHold();
          await both;
        }
        await drive(second);
        return tries;
      });
    };
    const tries = await Promise.all([crossed(ids[0]!, ids[1]!), crossed(ids[1]!, ids[0]!)]);
    expect(tries.reduce((sum, count) => sum + count)).toBeGreaterThan(2);
    for (const id of ids) expect((await api.client.get(`/api/vehicles/${id}`)).body.mileage).toBe(2);
  });
});
