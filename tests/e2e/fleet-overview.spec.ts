import { FleetOverviewView } from '@fleet/application/fleet/fleet-overview.view';
import { later } from '@fleet/tests/builders/later';
import { Callers } from './support/callers';
import { Fleet } from './support/fleet';
import { KeptDeliveries } from './support/kept-deliveries';
import { expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

const PATH = '/api/fleet/overview';
const NOW = new Date();
const DAY = 24 * 60;

let api: TestApi;
let fleet: Fleet;
let kept: KeptDeliveries;
beforeEach(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
  kept = new KeptDeliveries(api);
});
afterEach(() => api.stop());

const overview = async () => (await api.client.get<FleetOverviewView>(PATH)).body;
/** @param days until its maintenance is due, of 90 */
const maintained = (days: number) => ({ lastMaintenanceDate: later(NOW, (days - 90) * DAY).toISOString() });

it('is empty at first, and right after each write', async () => {
  const none = { PickedUp: 0, InTransit: 0, OutForDelivery: 0, Delivered: 0, Failed: 0, Cancelled: 0 };
  expect(await overview()).toEqual({
    asOf: expect.any(String) as string,
    vehicles: { Available: 0, InUse: 0, InMaintenance: 0 },
    drivers: { total: 0, active: 0, available: 0 },
    activeTrips: 0,
    deliveries: none,
    lateOnRoad: 0,
    maintenance: { due: 0, overdue: 0 },
    openIncidents: 0,
  });
  const [vehicle, driver] = [await fleet.vehicle(), await fleet.driver()];
  expect(await overview()).toMatchObject({
    vehicles: { Available: 1 },
    drivers: { total: 1, active: 1, available: 1 },
  });
  const trip = await fleet.trip({ vehicleId: vehicle.id, driverId: driver.id });
  expect(await overview()).toMatchObject({
    vehicles: { Available: 0, InUse: 1 },
    drivers: { total: 1, active: 1, available: 0 },
    activeTrips: 1,
  });
  await api.client.post(`/api/trips/end/${trip.id}`, { distance: 1 });
  await api.client.post('/api/maintenance/start', { vehicleId: vehicle.id });
  await api.client.post(`/api/drivers/${driver.id}/deactivate`);
  expect(await overview()).toMatchObject({
    vehicles: { Available: 0, InUse: 0, InMaintenance: 1 },
    drivers: { total: 1, active: 0, available: 0 },
    activeTrips: 0,
  });
  const route = await kept.route(later(NOW, -90));
  const crew = { vehicleId: vehicle.id, driverId: driver.id };
  const { id } = await kept.onRoad({ route, crew, promisedBy: later(NOW, -1) });
  expect(await overview()).toMatchObject({ deliveries: { ...none, InTransit: 1 }, lateOnRoad: 1, openIncidents: 0 });
  const incident = { type: 'Other', severity: 'Low', description: 'Flat tyre' } as const;
  await kept.change(id, (delivery) => delivery.reportIncident(id, incident, NOW));
  expect(await overview()).toMatchObject({ openIncidents: 1 });
  await kept.change(id, (delivery) => delivery.fail({ reason: 'Accident' }, NOW));
  expect(await overview()).toMatchObject({ deliveries: { ...none, Failed: 1 }, lateOnRoad: 0 });
});

it('counts what is due within the threshold, and what is past it', async () => {
  for (const days of [-5, 1, 10]) await fleet.vehicle(maintained(days));
  expect((await overview()).maintenance).toEqual({ due: 2, overdue: 1 });
});

it('counts as late what is on the road past what was promised, and nothing else', async () => {
  for (const promisedBy of [later(NOW, -10), later(NOW, 60), null]) {
    const crew = { vehicleId: (await fleet.vehicle()).id, driverId: (await fleet.driver()).id };
    await kept.onRoad({ route: await kept.route(later(NOW, -60)), crew, promisedBy });
  }
  await kept.delivery({ route: await kept.route(later(NOW, -60)), promisedBy: later(NOW, -10) });
  expect(await overview()).toMatchObject({ lateOnRoad: 1, deliveries: { InTransit: 3, PickedUp: 1 } });
});

it('comes from the cache while nothing happens', async () => {
  const first = await overview();
  expect(await overview()).toEqual(first);
  const { headers } = await api.client.get(PATH);
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
});

it('is not for drivers', async () => {
  const driver = await new Callers(api.client).driver((await fleet.driver()).id);
  expectProblem(await driver.get(PATH), 403, 'FORBIDDEN');
});
