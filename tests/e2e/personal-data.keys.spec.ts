import { rmSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import { DriverView } from '@fleet/application/drivers/driver.view';
import { RotateEncryptionKeys } from '@fleet/application/shared/rotate-encryption-keys';
import { SealedData } from '@fleet/application/shared/sealed-data';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { eventsOf } from './support/event-log';
import { Fleet } from './support/fleet';
import { listedIds, readPages } from './support/lists';
import { expectProblem } from './support/problems';
import { spawnProgram } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';
import { createTestDatabase, onSqlServer, TestDatabase } from './support/test-database';

const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const [OLD, NEW] = [`old_1:${secret(1)}`, `new_1:${secret(2)}`];
const keysOf = (ENCRYPTION_KEYS: string, index = 7) => ({
  JWT_KEYS: `j1:${secret(7)}`,
  ENCRYPTION_KEYS,
  BLIND_INDEX_KEY: secret(index),
});

let database: TestDatabase;
beforeEach(() => {
  database = createTestDatabase();
});
afterEach(() => database.drop());

/** The product as it runs with these keys, jobs included; what it leaves is for the next one. */
async function withKeys<T>(keys: Record<string, string>, work: (api: TestApi, fleet: Fleet) => Promise<T>): Promise<T> {
  const api = await startTestApi(
    { DATABASE_URL: database.url, WORKER: 'inline', ...keys },
    { ...database, drop: kept },
  );
  try {
    return await work(api, new Fleet(api.client));
  } finally {
    await api.stop();
  }
}

const kept = async () => undefined;
const rotation = ({ app }: TestApi) => app.get(RotateEncryptionKeys, { strict: false });
const allDrivers = async (api: TestApi) => (await readPages<DriverView>(api.client, '/api/drivers', 200)).flat();

async function addDrivers(fleet: Fleet, count: number): Promise<DriverView[]> {
  const drivers: DriverView[] = [];
  while (drivers.length < count) drivers.push(await fleet.driver({ licenseNumber: `R-${drivers.length}` }));
  return drivers;
}

/** What is sealed of so many drivers, each with three fields and a key, and of the administrator, who has two. */
const sealedOf = (count: number) => 4 * count + 3;

/** What of the product's tables a key has sealed. */
async function sealedWith(api: TestApi, keyId: string): Promise<number> {
  const { writer } = api.app.get(Database, { strict: false });
  let found = 0;
  for (const [table, columns] of [
    ['Drivers', ['Name', 'LicenseNumber', 'Phone']],
    ['Users', ['Email', 'Name']],
    ['PersonKeys', ['WrappedKey']],
  ] as const) {
    const rows = await writer.query<Record<string, string>[]>(`SELECT ${columns.join(', ')} FROM ${table}`);
    found += rows.flatMap((row) => Object.values(row)).filter((value) => value?.startsWith(`v1:${keyId}:`)).length;
  }
  return found;
}

async function startFails(keys: Record<string, string>): Promise<string> {
  const run = spawnProgram('apps/api/src/main.js', { DATABASE_URL: database.url, PORT: '0', ...keys });
  expect(await run.exited).toBe(1);
  return run.output();
}

describe('a new encryption key', () => {
  it('takes over while everybody works, stopped and resumed, until the old one can be thrown away', async () => {
    const drivers = await withKeys(keysOf(OLD), async (api, fleet) => {
      const added = await addDrivers(fleet, 120);
      await api.client.post(`/api/drivers/${added.pop()!.id}/erase`);
      return added;
    });

    await withKeys(keysOf(`${NEW},${OLD}`), async (api, fleet) => {
      expect(await sealedWith(api, 'old_1')).toBe(sealedOf(119));
      const stop = new AbortController();
      const sealed = api.app.get(SealedData, { strict: false });
      const sealAnew = sealed.sealAnew.bind(sealed);
      let batches = 0;
      const spy = jest.spyOn(sealed, 'sealAnew').mockImplementation((from) => {
        if (++batches === 2) stop.abort(new Error('the process is stopping'));
        return sealAnew(from);
      });
      await expect(rotation(api).execute(stop.signal)).rejects.toThrow('the process is stopping');
      spy.mockRestore();
      const left = await sealedWith(api, 'old_1');
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThan(sealedOf(119));

      let done = false;
      const write = async () => {
        for (let round = 0; !done; round++) {
          const { id, licenseNumber } = drivers[round % drivers.length]!;
          const body = { name: `Live ${round}`, licenseNumber, phone: '1133334444' };
          const { status, body: changed } = await api.client.put<DriverView>(`/api/drivers/${id}`, body);
          expect(status).toBe(200);
          drivers[round % drivers.length] = changed;
        }
      };
      const writing = write();
      const { moved } = await rotation(api).execute();
      done = true;
      await writing;
      expect(moved).toBeGreaterThan(0);
      expect(await rotation(api).execute()).toMatchObject({ left: 0 });
      expect([await sealedWith(api, 'old_1'), await sealedWith(api, 'new_1')]).toEqual([0, sealedOf(119)]);
      await fleet.driver({ licenseNumber: 'after' });
    });

    await withKeys(keysOf(NEW), async (api) => {
      const found = new Map((await allDrivers(api)).map((driver) => [driver.id, driver]));
      for (const driver of drivers) expect(found.get(driver.id)).toEqual(driver);
      const { id, licenseNumber, phone } = drivers[0]!;
      expect((await eventsOf(api, id))[0]!.payload).toMatchObject({ name: 'Ana Souza', licenseNumber: 'R-0' });
      expect(await listedIds(api.client, `/api/drivers?licenseNumber=${licenseNumber}`)).toEqual([id]);
      const again = { name: 'Bia', licenseNumber, phone };
      expectProblem(await api.client.post('/api/drivers', again), 409, 'LICENSE_NUMBER_TAKEN');
    });
  });

  it('keeps the version of every row, and the versions that clients have', async () => {
    const [driver] = await withKeys(keysOf(OLD), (_, fleet) => addDrivers(fleet, 1));
    await withKeys(keysOf(`${NEW},${OLD}`), async (api) => {
      expect(await rotation(api).execute()).toEqual({ moved: sealedOf(1), left: 0 });
      expect(await rotation(api).execute()).toEqual({ moved: 0, left: 0 });
      expect((await api.client.get(`/api/drivers/${driver!.id}`)).body).toEqual(driver);
    });
  });

  it('leaves what cannot be opened, tells of it, and goes on with the rest', async () => {
    const [first] = await withKeys(keysOf(OLD), (_, fleet) => addDrivers(fleet, 3));
    await withKeys(keysOf(`${NEW},${OLD}`), async (api) => {
      const { writer } = api.app.get(Database, { strict: false });
      await writer.query(`UPDATE Drivers SET Name = 'v1:old_1:a:b:c' WHERE Id = '${first!.id}'`);
      const told = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
      expect(await rotation(api).execute()).toEqual({ moved: sealedOf(3) - 1, left: 1 });
      expect(told).toHaveBeenCalledWith(
        expect.objectContaining({ place: `Drivers.Name:${first!.id}` }),
        'A value cannot be sealed anew, because it cannot be opened',
      );
      told.mockRestore();
    });
  });

  it('is brought in by "npm run keys:rotate" at once', async () => {
    await withKeys(keysOf(OLD), (_, fleet) => addDrivers(fleet, 2));
    const run = () =>
      spawnProgram('tools/rotate-keys/main.js', { DATABASE_URL: database.url, ...keysOf(`${NEW},${OLD}`) });
    const first = run();
    expect(await first.exited).toBe(0);
    expect(first.output()).toContain(`${sealedOf(2)} values moved to the current key, 0 left.`);
    const second = run();
    await second.exited;
    expect(second.output()).toContain('0 values moved to the current key, 0 left.');
  });
});

describe('keys that are not those of the data', () => {
  it.each([
    ['without a key that is still needed', keysOf(NEW), 'The encryption key old_1 is missing.'],
    [
      'with another secret under its name',
      keysOf(`old_1:${secret(3)}`),
      'The encryption key old_1 has another secret.',
    ],
    [
      'with another key for the blind index',
      keysOf(OLD, 8),
      'The blind index of this database was made with another key.',
    ],
  ])('stop the start: %s', async (_, keys, reason) => {
    const [driver] = await withKeys(keysOf(OLD), (_api, fleet) => addDrivers(fleet, 1));
    expect(await startFails(keys)).toContain(`FleetManager cannot start. ${reason}`);
    await withKeys(keysOf(OLD), async (api) => expect(await allDrivers(api)).toEqual([driver]));
  });

  it('do not, once nothing needs the key that is missing', async () => {
    await withKeys(keysOf(OLD), kept);
    await withKeys(keysOf(`${NEW},${OLD}`), async (api) => {
      expect(await rotation(api).execute()).toEqual({ moved: sealedOf(0), left: 0 });
    });
    await withKeys(keysOf(NEW), (_, fleet) => addDrivers(fleet, 1));
    expect(await startFails(keysOf(OLD))).toContain('The encryption key new_1 is missing.');
  });

  // A server has no key file.
  (onSqlServer ? it.skip : it)('stop the start when the key file is lost, instead of making new ones', async () => {
    await withKeys({}, (_, fleet) => addDrivers(fleet, 1));
    rmSync(`${database.url.slice('file:'.length)}.keys`);
    const output = await startFails({});
    expect(output).toContain('Start with the keys that the data was written with.');
    expect(output).toContain('.keys');
  });
});
