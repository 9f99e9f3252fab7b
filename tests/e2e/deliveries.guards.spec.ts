import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { DELIVERY_STATUSES } from '@fleet/domain/deliveries/delivery-status';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { insertRow, ROUTE, Row, ROWS } from './support/rows';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

const HELD = /TR_Deliveries_NoOverlap/;
const [EIGHT, NINE, TEN] = ['2026-03-02T08:00:00.000Z', '2026-03-02T09:00:00.000Z', '2026-03-02T10:00:00.000Z'];

let api: TestApi;
let writer: DataSource;
beforeAll(async () => {
  api = await startTestApi();
  writer = api.app.get(Database, { strict: false }).writer;
  await insertRow(writer, 'Routes', { ...ROWS.Routes!(), Id: ROUTE });
});
afterAll(() => api.stop());

async function aNew(table: 'Vehicles' | 'Drivers'): Promise<string> {
  const Id = randomUUID();
  await insertRow(writer, table, { ...ROWS[table]!(), Id });
  return Id;
}

const row = (fields: Row): Row => ({ ...ROWS.Deliveries!(), SlotStart: EIGHT, SlotEnd: TEN, ...fields });

async function insert(fields: Row): Promise<string> {
  const delivery = row(fields);
  await insertRow(writer, 'Deliveries', delivery);
  return String(delivery.Id);
}

const update = (id: string, assignments: string) =>
  writer.query(`UPDATE Deliveries SET ${assignments} WHERE Id = '${id}'`);

describe.each([
  ['VehicleId', 'Vehicles'],
  ['DriverId', 'Drivers'],
] as const)('the database holds nobody twice by the %s', (column, table) => {
  it('whatever is inserted', async () => {
    const id = await aNew(table);
    await insert({ [column]: id });
    await expect(insert({ [column]: id })).rejects.toThrow(HELD);
    await expect(insert({ [column]: id, SlotStart: NINE })).rejects.toThrow(HELD);
    await expect(insert({ [column]: id, SlotEnd: '2026-03-02T08:00:00.001Z' })).rejects.toThrow(HELD);
    await expect(insert({ [column]: id, SlotStart: '2026-03-02T09:59:59.999Z', SlotEnd: '2026-03-02T11:00:00.000Z' })).rejects.toThrow(HELD); // prettier-ignore
    await insert({ [column]: id, SlotStart: TEN, SlotEnd: '2026-03-02T11:00:00.000Z' });
    await insert({ [column]: id, SlotStart: '2026-03-02T07:00:00.000Z', SlotEnd: EIGHT });
    for (const Status of ['Delivered', 'Failed', 'Cancelled']) await insert({ [column]: id, Status });
  });

  it('whatever is updated', async () => {
    const [id, other] = [await aNew(table), await aNew(table)];
    const holder = await insert({ [column]: id });
    const later = await insert({ [column]: id, SlotStart: TEN, SlotEnd: '2026-03-02T11:00:00.000Z' });
    const failed = await insert({ [column]: id, Status: 'Failed' });
    const free = await insert({ [column]: other });
    await expect(update(later, `SlotStart = '${NINE}'`)).rejects.toThrow(HELD);
    await expect(update(holder, `SlotEnd = '2026-03-02T10:00:00.001Z'`)).rejects.toThrow(HELD);
    await expect(update(failed, `Status = 'PickedUp'`)).rejects.toThrow(HELD);
    await expect(update(free, `${column} = '${id}'`)).rejects.toThrow(HELD);
    await update(holder, `Version = Version + 1, Notes = 'x'`);
    await update(holder, `Status = 'Cancelled'`);
    await update(free, `${column} = '${id}'`);
  });

  it('nor in one statement that writes several', async () => {
    const id = await aNew(table);
    const waiting = [await insert({}), await insert({})];
    const ids = waiting.map((one) => `'${one}'`).join(', ');
    const all = writer.query(`UPDATE Deliveries SET ${column} = '${id}' WHERE Id IN (${ids})`);
    await expect(all).rejects.toThrow(HELD);
    const held = await writer.query<unknown[]>(`SELECT Id FROM Deliveries WHERE ${column} = '${id}'`);
    expect(held).toHaveLength(0);
  });
});

it('a reference is of one delivery, and any number have none', async () => {
  await insert({ Reference: 'NF-1' });
  const named = onSqlServer ? /UQ_Deliveries_Reference/i : /UNIQUE constraint failed: Deliveries.Reference/;
  await expect(insert({ Reference: 'NF-1' })).rejects.toThrow(named);
  await Promise.all([insert({}), insert({})]);
});

// A server has types of its own for instants and ids.
(onSqlServer ? describe.skip : describe)('the embedded engine, which compares text', () => {
  it.each([
    '2026-03-02 08:30:00.000',
    '2026-03-02T08:30:00Z',
    '2026-03-02T08:30:00.000+00:00',
    '2026-03-02T08:30:00.0000Z',
    '2026-03-02t08:30:00.000z',
    '2026-02-30T08:30:00.000Z',
    '1772440200000',
    'x',
  ])('takes no instant that is written as %s', async (SlotStart) => {
    await expect(insert({ SlotStart })).rejects.toThrow(/CK_Deliveries_Slot/);
    await expect(insert({ SlotStart: '2020-01-01T00:00:00.000Z', SlotEnd: SlotStart })).rejects.toThrow(
      /CK_Deliveries/,
    );
  });

  it('takes every instant that is written as ours are', async () => {
    let instant = Date.parse('0001-01-01T00:00:00.000Z');
    for (let count = 0; count < 300; count++) {
      const next = instant + 1 + ((count * 7_919_000_000_001) % 1_040_000_000_000);
      await insert({ SlotStart: new Date(instant).toISOString(), SlotEnd: new Date(next).toISOString() });
      instant = next;
    }
    await insert({ SlotEnd: '9999-12-31T23:59:59.999Z' });
  });

  it('takes no id in upper case, even from whoever does not check foreign keys', async () => {
    const [vehicleId, driverId] = [await aNew('Vehicles'), await aNew('Drivers')];
    await insert({ VehicleId: vehicleId, DriverId: driverId });
    const raw = new SqliteDatabase(api.databaseUrl.slice('file:'.length), { timeout: 5_000 });
    raw.pragma('foreign_keys = OFF');
    const into = (fields: Row) => {
      const given = row(fields);
      const names = Object.keys(given);
      raw.prepare(`INSERT INTO Deliveries (${names.join()}) VALUES (${names.map(() => '?').join()})`).run(...Object.values(given)); // prettier-ignore
    };
    try {
      expect(() => into({ VehicleId: vehicleId.toUpperCase() })).toThrow(/CK_Deliveries_Crew/);
      expect(() => into({ DriverId: driverId.toUpperCase() })).toThrow(/CK_Deliveries_Crew/);
      expect(() => into({ VehicleId: vehicleId })).toThrow(HELD);
    } finally {
      raw.close();
    }
  });
});

it('the counts are those of the rows, whatever was done to them', async () => {
  const rows = async (sql: string) => {
    const found = await writer.query<{ status: string; total: number }[]>(sql);
    return Object.fromEntries(found.map(({ status, total }) => [status, Number(total)] as const));
  };
  const inTable = async () => ({
    ...Object.fromEntries(DELIVERY_STATUSES.map((status) => [status, 0] as const)),
    ...(await rows('SELECT Status AS "status", COUNT(*) AS "total" FROM Deliveries GROUP BY Status')),
  });
  const counted = () => rows('SELECT Status AS "status", SUM(Total) AS "total" FROM DeliveryCounts GROUP BY Status');
  expect(await counted()).toEqual(await inTable());
  const ids: string[] = [];
  for (const Status of ['PickedUp', 'PickedUp', 'Failed', 'Cancelled', 'Delivered']) ids.push(await insert({ Status }));
  expect(await counted()).toEqual(await inTable());
  await update(ids[0]!, `Status = 'Failed'`);
  await update(ids[2]!, `Status = 'PickedUp'`);
  await update(ids[1]!, `Status = 'PickedUp', Notes = 'x'`);
  expect(await counted()).toEqual(await inTable());
  const some = ids.slice(1, 4).map((id) => `'${id}'`).join(); // prettier-ignore
  await writer.query(`UPDATE Deliveries SET Status = 'Cancelled' WHERE Id IN (${some})`);
  expect(await counted()).toEqual(await inTable());
  const before = await counted();
  await writer.query(`DELETE FROM Deliveries WHERE Id IN (${some})`);
  expect(await counted()).toEqual(await inTable());
  expect((await counted()).Cancelled).toBe(before.Cancelled! - 3);
  const taken = await aNew('Vehicles');
  await insert({ VehicleId: taken });
  await expect(insert({ VehicleId: taken })).rejects.toThrow(HELD);
  expect(await counted()).toEqual(await inTable());
});
