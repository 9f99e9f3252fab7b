import { randomUUID } from 'node:crypto';
import { MaintenanceRecordView } from '@fleet/application/maintenance/maintenance-record.view';
import { Page } from '@fleet/application/shared/page';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { Fleet } from './support/fleet';
import { cursorOf, join, listedIds, readPages } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

const DAY = 24 * 60 * 60 * 1000;
const INTERVAL_DAYS = 90;

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi({ MAINTENANCE_DAYS_THRESHOLD: '5' });
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

const list = (parameters = '') => listedIds(api.client, `/api/maintenance?${parameters}`);
const reversed = <T>(items: T[]) => [...items].reverse();

describe('GET /api/maintenance', () => {
  let vehicles: string[];
  /** The oldest date first; the three in the middle have the same. */
  let records: string[];
  beforeAll(async () => {
    vehicles = [(await fleet.vehicle()).id, (await fleet.vehicle()).id];
    const dates = ['2024-05-01', '2024-06-01', '2024-06-01', '2024-06-01', '2024-07-01'];
    records = [];
    for (const [index, date] of dates.entries()) {
      const fields = { vehicleId: vehicles[index % 2], date, description: `No ${index}`, cost: index + 0.5 };
      records.push((await api.client.post<MaintenanceRecordView>('/api/maintenance', fields)).body.id);
    }
  });

  it('lists whole records, the newest date first', async () => {
    const { status, body } = await api.client.get<Page<MaintenanceRecordView>>('/api/maintenance');
    expect([status, body.nextCursor]).toEqual([200, null]);
    expect(body.items.map(({ date }) => date.slice(5, 7))).toEqual(['07', '06', '06', '06', '05']);
    for (const record of body.items) {
      expect(record).toEqual((await api.client.get(`/api/maintenance/${record.id}`)).body);
    }
  });

  it.each([1, 2, 3, 5])('gives every record once, %d a page', async (limit) => {
    const pages = await readPages<MaintenanceRecordView>(api.client, '/api/maintenance', limit);
    expect(pages).toHaveLength(Math.ceil(5 / limit));
    const ids = pages.flat().map(({ id }) => id);
    expect(ids).toEqual(await list());
    expect([...ids].sort()).toEqual([...records].sort());
  });

  it('filters by the vehicle, in whatever case its id is, page by page', async () => {
    const mine = [records[0]!, records[2]!, records[4]!];
    expect(await list(`vehicleId=${vehicles[0]}`)).toEqual(reversed(mine));
    expect(await list(`vehicleId=${vehicles[1]!.toUpperCase()}`)).toHaveLength(2);
    const pages = await readPages<{ id: string }>(api.client, `/api/maintenance?vehicleId=${vehicles[0]}`, 1);
    expect(pages.flat().map(({ id }) => id)).toEqual(reversed(mine));
    expect(await list(`vehicleId=${randomUUID()}`)).toEqual([]);
    expect(await list('vehicleId=')).toHaveLength(5);
  });

  it.each([
    ['vehicleId=17', 'vehicleId'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['sort=date', 'sort'],
    ['date=2024-05-01', 'date'],
  ])('refuses %s', async (parameters, field) => {
    expectFaultsOf(await api.client.get(`/api/maintenance?${parameters}`), field);
  });

  it('takes no cursor of another list or filter', async () => {
    const all = await cursorOf(api.client, '/api/maintenance');
    const due = await cursorOf(api.client, '/api/maintenance/upcoming?days=3650');
    const wrong = [`vehicleId=${vehicles[0]}&cursor=${all}`, `cursor=${due}`, 'cursor=x'];
    for (const parameters of wrong) {
      expectProblem(await api.client.get(`/api/maintenance?${parameters}`), 400, 'INVALID_CURSOR');
    }
  });
});

describe('GET /api/maintenance/upcoming', () => {
  /** A vehicle that is due in so many days: the half keeps a slow test from moving one over a limit. */
  const dueIn = async (days: number) => {
    const lastMaintenanceDate = new Date(Date.now() + (days - INTERVAL_DAYS) * DAY).toISOString();
    return (await fleet.vehicle({ lastMaintenanceDate })).id;
  };
  const upcoming = (parameters: string) => listedIds(api.client, `/api/maintenance/upcoming?${parameters}`);
  let overdue: string, inHours: string, inFour: string, inSix: string, inUse: string, inShop: string;
  beforeAll(async () => {
    inSix = await dueIn(5.5);
    inFour = await dueIn(4.5);
    overdue = await dueIn(-1_000);
    inHours = await dueIn(0.5);
    inUse = await dueIn(-2);
    inShop = await dueIn(-1);
    await fleet.trip({ vehicleId: inUse });
    await api.client.post('/api/maintenance/start', { vehicleId: inShop });
  });

  it('lists whole vehicles that are due within the threshold, soonest first, whatever their status', async () => {
    const { status, body } = await api.client.get<Page<VehicleView>>('/api/maintenance/upcoming');
    expect([status, body.nextCursor]).toEqual([200, null]);
    expect(body.items.map(({ id }) => id)).toEqual([overdue, inUse, inShop, inHours, inFour]);
    for (const vehicle of body.items) expect(vehicle).toEqual(await fleet.getVehicle(vehicle.id));
  });

  it('looks as many days ahead as it is asked to', async () => {
    expect(await upcoming('days=0')).toEqual([overdue, inUse, inShop]);
    expect(await upcoming('days=1')).toEqual([overdue, inUse, inShop, inHours]);
    expect(await upcoming('days=6')).toEqual([overdue, inUse, inShop, inHours, inFour, inSix]);
    const all = await upcoming('days=3650');
    expect(all.slice(0, 6)).toEqual(await upcoming('days=6'));
    // Those that were registered today are due in 90 days.
    expect(all.length).toBeGreaterThan(6);
    expect(await upcoming('days=89')).toHaveLength(6);
    expect(await upcoming('days=91')).toEqual(all);
  });

  it.each([1, 2, 4])('gives every vehicle once, %d a page', async (limit) => {
    const pages = await readPages<VehicleView>(api.client, '/api/maintenance/upcoming?days=6', limit);
    expect(pages.flat().map(({ id }) => id)).toEqual([overdue, inUse, inShop, inHours, inFour, inSix]);
  });

  it('takes a cursor for the same days only, written or not', async () => {
    const cursor = await cursorOf(api.client, '/api/maintenance/upcoming');
    expect((await api.client.get(join('/api/maintenance/upcoming?days=5', `cursor=${cursor}`))).status).toBe(200);
    const other = await api.client.get(join('/api/maintenance/upcoming?days=4', `cursor=${cursor}`));
    expectProblem(other, 400, 'INVALID_CURSOR');
  });

  it.each(['-1', '3651', '1.5', 'x', '1e1', '+1', '0x1'])('refuses days=%s', async (days) => {
    expectFaultsOf(await api.client.get(`/api/maintenance/upcoming?days=${encodeURIComponent(days)}`), 'days');
  });

  it('refuses what it does not know', async () => {
    expectFaultsOf(await api.client.get('/api/maintenance/upcoming?status=InUse'), 'status');
    expectFaultsOf(await api.client.get('/api/maintenance/upcoming?days=1&days=2'), 'days');
    expect((await api.client.get('/api/maintenance/upcoming?days=')).status).toBe(200);
  });
});
