import { randomUUID } from 'node:crypto';
import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import { Callers } from './support/callers';
import { Fleet } from './support/fleet';
import { readPages } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

const pagesOf = (path: string, limit = 2) => readPages<AuditEntry>(api.client, `/api/${path}/history`, limit);
const actionsOf = async (path: string) => (await pagesOf(path)).flat().map(({ action }) => action);

describe('a history', () => {
  it('tells of a trip, its vehicle and its driver, the latest first, page by page', async () => {
    const { id, vehicleId, driverId } = await fleet.endedTrip({ distance: 12 });
    expect(await actionsOf(`trips/${id}`)).toEqual(['TripEnded', 'TripStarted']);
    expect(await actionsOf(`drivers/${driverId}`)).toEqual([
      'DriverTripEnded',
      'DriverTripStarted',
      'DriverRegistered',
    ]);
    const pages = await pagesOf(`vehicles/${vehicleId}`);
    expect(pages.map((page) => page.map(({ version }) => version))).toEqual([[3, 2], [1]]);
    expect(pages[0]![0]).toMatchObject({
      entity: 'Vehicle',
      entityId: vehicleId,
      action: 'VehicleTripEnded',
      changes: [
        { field: 'tripId', before: null, after: id, erased: false },
        { field: 'status', before: 'InUse', after: 'Available', erased: false },
        { field: 'mileage', before: 0, after: 12, erased: false },
      ],
    });
  });

  it('has the addresses of clients for whoever may read the audit, and for nobody else', async () => {
    const { id, vehicleId, driverId } = await fleet.trip();
    const callers = new Callers(api.client);
    const scopes = ['vehicles:history', 'drivers:read', 'trips:read'] as const;
    const address = expect.stringMatching(/127\.0\.0\.1$/) as string;
    for (const [reader, shown] of [
      [api.client, address],
      [await callers.service(...scopes, 'audit:read'), address],
      [await callers.service(...scopes), null],
      [await callers.manager(), null],
    ] as const) {
      for (const path of [`vehicles/${vehicleId}`, `drivers/${driverId}`, `trips/${id}`]) {
        const { body } = await reader.get<{ items: AuditEntry[] }>(`/api/${path}/history`);
        expect(body.items.map((entry) => entry.address)).toEqual(body.items.map(() => shown as unknown));
        expect(body.items.length).toBeGreaterThan(0);
      }
    }
  });

  it('is left of what was deleted, and ends with that', async () => {
    const { id } = await fleet.vehicle();
    const { id: driverId } = await fleet.driver();
    await api.client.delete(`/api/vehicles/${id}`);
    await api.client.delete(`/api/drivers/${driverId}`);
    const [[deleted]] = (await pagesOf(`vehicles/${id}`)) as [[AuditEntry]];
    expect(deleted).toMatchObject({ action: 'VehicleDeleted', version: 2, changes: [] });
    expect(await actionsOf(`drivers/${driverId}`)).toEqual(['DriverDeleted', 'DriverRegistered']);
  });

  it('takes upper case, and has no ETag', async () => {
    const { id } = await fleet.vehicle();
    const { status, headers } = await api.client.get(`/api/vehicles/${id.toUpperCase()}/history`);
    expect(status).toBe(200);
    expect(headers.has('etag')).toBe(false);
  });

  it.each([
    ['vehicles', 'VEHICLE_NOT_FOUND'],
    ['drivers', 'DRIVER_NOT_FOUND'],
    ['trips', 'TRIP_NOT_FOUND'],
  ])('of %s that never were is not found, and what is no id is refused', async (path, code) => {
    expectProblem(await api.client.get(`/api/${path}/${randomUUID()}/history`), 404, code);
    expectFaultsOf(await api.client.get(`/api/${path}/7/history`), 'id');
    expectFaultsOf(await api.client.get(`/api/${path}/${randomUUID()}/history?limit=0&entity=Trip`), 'limit', 'entity');
  });

  it('is that of one kind of thing: an id of another kind is not found', async () => {
    const { id, vehicleId, driverId } = await fleet.trip();
    expectProblem(await api.client.get(`/api/vehicles/${driverId}/history`), 404, 'VEHICLE_NOT_FOUND');
    expectProblem(await api.client.get(`/api/drivers/${id}/history`), 404, 'DRIVER_NOT_FOUND');
    expectProblem(await api.client.get(`/api/trips/${vehicleId}/history`), 404, 'TRIP_NOT_FOUND');
  });
});
