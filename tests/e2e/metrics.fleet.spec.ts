import { FleetOverviewView } from '@fleet/application/fleet/fleet-overview.view';
import { Leases } from '@fleet/application/shared/lease';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { addExampleFleet } from './support/example-fleet';
import { METRICS_TOKEN, Scrape, scrape } from './support/metrics';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

let api: TestApi;
beforeEach(async () => {
  api = await startTestApi({ METRICS_TOKEN });
});
afterEach(() => api.stop());

const now = () => scrape(api.client.baseUrl);
const byLabel = (seen: Scrape, name: string, label: string): Record<string, number> =>
  Object.fromEntries(seen.of(name).map(({ labels, value }) => [labels[label]!, value]));

it('shows what the overview shows, and the ticks that leases were taken for', async () => {
  await addExampleFleet(api.app);
  await api.app.get(Leases, { strict: false }).acquire('maintenance-check', 1_800_000_000, 1_000);
  const { body } = await api.client.get<FleetOverviewView>('/api/fleet/overview');
  const seen = await now();
  expect(byLabel(seen, 'vehicles', 'status')).toEqual(body.vehicles);
  expect(byLabel(seen, 'deliveries', 'status')).toEqual(body.deliveries);
  expect(seen.sum('trips_active')).toBe(body.activeTrips);
  expect(seen.sum('vehicles_due')).toBe(body.maintenance.due);
  expect(seen.sum('open_incidents')).toBe(body.openIncidents);
  for (const name of ['vehicles_due', 'trips_active', 'open_incidents']) expect(seen.sum(name)).toBeGreaterThan(0);
  expect(byLabel(seen, 'lease_epoch', 'lease')).toEqual({ 'maintenance-check': 1_800_000_000 });
});

it('says nothing of the fleet while the database is away, and everything else', async () => {
  const away = jest.spyOn(api.app.get(ReadDatabase, { strict: false }), 'query');
  away.mockRejectedValue(new Error('away'));
  const seen = await now();
  for (const name of ['vehicles', 'vehicles_due', 'trips_active', 'lease_epoch']) expect(seen.of(name)).toEqual([]);
  expect(seen.of('process_resident_memory_bytes')).toHaveLength(1);
  away.mockRestore();
});

it('waits for a slow database for half a second and little longer', async () => {
  const slow = jest.spyOn(api.app.get(ReadDatabase, { strict: false }), 'query');
  slow.mockReturnValue(new Promise(() => undefined));
  const start = performance.now();
  expect((await now()).of('vehicles')).toEqual([]);
  expect(performance.now() - start).toBeLessThan(3_000);
  slow.mockRestore();
});

// So many rows are made by a statement of the embedded engine.
(onSqlServer ? it.skip : it)('counts many vehicles exactly, and no more than some at once', async () => {
  const count = 120_001;
  await api.app.get(Database, { strict: false }).writer.query(MANY_VEHICLES, [count]);
  const database = api.app.get(ReadDatabase, { strict: false });
  const statements = jest.spyOn(database, 'query');
  const seen = await now();
  expect(byLabel(seen, 'vehicles', 'status')).toEqual({ Available: count, InUse: 0, InMaintenance: 0 });
  expect(seen.sum('vehicles_due')).toBe(count);
  // Two steps of 50,000 and the rest, for those that are available and for those that are due.
  const steps = statements.mock.calls.map(([text]) => text).filter((text) => text.includes('OFFSET 49999'));
  expect(steps.filter((text) => text.includes('Status'))).toHaveLength(3 + 1 + 1);
  expect(steps.filter((text) => text.includes('NextMaintenanceDate'))).toHaveLength(3);
});

const MANY_VEHICLES = `WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
  INSERT INTO Vehicles (Id, Plate, Model, Year, Mileage, LastMaintenanceDate, NextMaintenanceDate, Status, Version,
    CreatedAt, UpdatedAt)
  SELECT printf('0198b8a0-0000-7000-8000-%012d', n), 'M-' || n, 'Fiat Uno', 2020, 0, '2020-01-01T00:00:00.000Z',
    '2020-03-31T00:00:00.000Z', 'Available', 1, printf('2020-01-01T00:00:00.%06dZ', n), '2020-01-01T00:00:00.000Z'
  FROM number`;
