import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { DriverView } from '@fleet/application/drivers/driver.view';
import { licenseNumberKey } from '@fleet/domain/drivers/license-number';
import { searchWords } from '@fleet/domain/shared/search-words';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { connect } from '@fleet/infrastructure/shared/database/connect';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { migrationsWith } from '@fleet/infrastructure/shared/database/migrations';
import { loadSecretKeys } from '@fleet/infrastructure/shared/secrets/load-secret-keys';
import { EventReader, StoredEvent } from '@fleet/infrastructure/shared/personal-data/event-reader';
import { listedIds, readPages } from './support/lists';
import { expectProblem } from './support/problems';
import { insertRow } from './support/rows';
import { storedText } from './support/stored-text';
import { startTestApi, TestApi } from './support/test-api';
import { createTestDatabase, onSqlServer, TestDatabase, TEST_KEYS } from './support/test-database';

/** The last step before personal data was encrypted. */
const LAST_IN_CLEAR = 1760000000007;
/** More than the step encrypts at a time. */
const DRIVERS = 230;
const MARKED = /xyzzyv|97531-8642/i;
const INSTANT = '2026-01-31T12:00:00.000Z';

interface ClearDriver {
  readonly id: string;
  readonly name: string;
  readonly licenseNumber: string;
  readonly phone: string;
}

const clearDriver = (index: number): ClearDriver => ({
  id: randomUUID(),
  name: `Xyzzyvá ${'界'.repeat(10)} W${index}`,
  licenseNumber: `Xyzzyv-é${index}`,
  phone: '+55 (11) 97531-8642',
});
const drivers = Array.from({ length: DRIVERS }, (_, index) => clearDriver(index));
const [deleted, changed] = [clearDriver(DRIVERS), drivers[0]!];

let testDatabase: TestDatabase;
let configuration: Configuration;
let api: TestApi;

const event = (id: string, version: number, type: string, payload: object, previous: object | null) => ({
  EventId: randomUUID(),
  Stream: 'Driver',
  StreamId: id,
  StreamVersion: version,
  Type: type,
  Payload: JSON.stringify(payload),
  Previous: previous && JSON.stringify(previous),
  OccurredAt: INSTANT,
  Actor: 'system',
  CorrelationId: 'c',
});

const registered = ({ id, ...details }: ClearDriver) =>
  event(id, 1, 'DriverRegistered', { ...details, active: true, available: true }, null);

const row = ({ id, name, licenseNumber, phone }: ClearDriver) => ({
  Id: id,
  Name: name,
  LicenseNumber: licenseNumber,
  LicenseNumberKey: licenseNumberKey(licenseNumber),
  Phone: phone,
  Active: 1,
  Available: 1,
  Version: 1,
  CreatedAt: INSTANT,
  UpdatedAt: INSTANT,
});

/** Fills the schema of before, as the product of before did. */
async function fill(old: DataSource): Promise<void> {
  // Free pages were left as they were.
  if (!onSqlServer) await old.query('PRAGMA secure_delete = OFF');
  await old.query('BEGIN TRANSACTION');
  for (const driver of [...drivers, deleted]) {
    await insertRow(old, 'Drivers', row(driver));
    for (const term of searchWords(driver.licenseNumber, driver.name)) {
      await insertRow(old, 'DriverTerms', { Term: term, DriverId: driver.id });
    }
    await insertRow(old, 'EventLog', registered(driver));
  }
  const [name, before] = [{ name: 'Xyzzyvá Nova' }, { name: changed.name }];
  await insertRow(old, 'EventLog', event(changed.id, 2, 'DriverDetailsChanged', name, before));
  await insertRow(old, 'EventLog', event(changed.id, 3, 'DriverDeactivated', { active: false }, { active: true }));
  await old.query(`DELETE FROM Drivers WHERE Id = '${deleted.id}'`);
  await insertRow(old, 'EventLog', event(deleted.id, 2, 'DriverDeleted', {}, {}));
  await old.query('COMMIT');
}

beforeAll(async () => {
  testDatabase = createTestDatabase();
  configuration = loadConfiguration({ DATABASE_URL: testDatabase.url, ...TEST_KEYS });
  const steps = migrationsWith(loadSecretKeys(configuration));
  const before = steps.filter(({ name }) => Number(name.slice(-13)) <= LAST_IN_CLEAR);
  const old = await connect(configuration.database, 1, before);
  await old.runMigrations();
  await fill(old);
  expect(MARKED.test(await storedText(testDatabase.url, old))).toBe(true);
  await old.destroy();
  api = await startTestApi({ DATABASE_URL: testDatabase.url }, testDatabase);
});
afterAll(() => api.stop());

const writer = () => api.app.get(Database, { strict: false }).writer;

function readEvents(id: string) {
  const sql = `SELECT EventId AS "eventId", Stream AS "stream", StreamId AS "streamId", Type AS "type",
    SchemaVersion AS "schemaVersion", Payload AS "payload",
    Previous AS "previous" FROM EventLog WHERE StreamId = '${id}' ORDER BY Sequence`;
  const rows = api.app.get(Database, { strict: false }).reader.query<StoredEvent>(sql, []);
  return rows.then((events) => api.app.get(EventReader, { strict: false }).read(events));
}

describe('a database whose drivers were written in clear', () => {
  it('has nothing of them in clear any more, in free pages neither', async () => {
    expect(MARKED.exec(await storedText(testDatabase.url, writer()))).toBeNull();
  });

  it('has every driver as before', async () => {
    const pages = await readPages<DriverView>(api.client, '/api/drivers', 200);
    const found = pages.flat().map(({ id, name, licenseNumber, phone }) => ({ id, name, licenseNumber, phone }));
    const inOrder = (list: { id: string }[]) => [...list].sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(inOrder(found)).toEqual(inOrder(drivers));
    expect(pages.flat().every(({ active, available, erasedAt }) => active && available && erasedAt === null)).toBe(
      true,
    );
  });

  it('finds them by their words and by their numbers, which are taken', async () => {
    const [, , third] = drivers;
    expect(await listedIds(api.client, '/api/drivers?q=xyz%20w2')).toContain(third!.id);
    expect(await listedIds(api.client, '/api/drivers?q=w229')).toEqual([drivers[229]!.id]);
    expect(await listedIds(api.client, `/api/drivers?licenseNumber=${encodeURIComponent('XYZZYV-É2')}`)).toEqual([
      third!.id,
    ]);
    const { id: _, ...again } = { ...third!, licenseNumber: third!.licenseNumber.toUpperCase() };
    expectProblem(await api.client.post('/api/drivers', again), 409, 'LICENSE_NUMBER_TAKEN');
  });

  it('has their events, with what was before', async () => {
    const { id, ...details } = changed;
    expect(await readEvents(id)).toMatchObject([
      { payload: { ...details, active: true, available: true }, previous: null, erased: [] },
      { payload: { name: 'Xyzzyvá Nova' }, previous: { name: details.name }, erased: [] },
      { payload: { active: false }, previous: { active: true }, erased: [] },
    ]);
  });

  it('has forgotten whoever was deleted', async () => {
    const nothing = { name: null, licenseNumber: null, phone: null };
    expect(await readEvents(deleted.id)).toMatchObject([
      { type: 'DriverRegistered', payload: { ...nothing, active: true, available: true } },
      { type: 'DriverDeleted', payload: {} },
    ]);
    const keys = await writer().query<unknown[]>(`SELECT PersonId FROM PersonKeys WHERE PersonId = '${deleted.id}'`);
    expect(keys).toEqual([]);
  });

  it('can be worked with: changed and erased', async () => {
    const { id, ...details } = drivers[5]!;
    expect((await api.client.put(`/api/drivers/${id}`, { ...details, name: 'Bia' })).body).toMatchObject({
      name: 'Bia',
    });
    expect((await api.client.post(`/api/drivers/${id}/erase`)).body).toMatchObject({ name: null, version: 3 });
    expect((await readEvents(id)).map(({ erased }) => erased)).toEqual([
      ['name', 'licenseNumber', 'phone'],
      ['name'],
      [],
    ]);
  });

  it('is not taken back to clear text', async () => {
    const again = await connect(configuration.database, 1, migrationsWith(loadSecretKeys(configuration)));
    const encryption = again.migrations.findLast(({ constructor }) =>
      constructor.name.startsWith('EncryptPersonalData'),
    );
    await expect(encryption!.down(again.createQueryRunner())).rejects.toThrow('Restore a backup instead');
    await again.destroy();
  });
});
