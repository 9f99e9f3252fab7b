import { randomUUID } from 'node:crypto';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { Fleet } from './support/fleet';
import { expectFaultsOf, expectProblem } from './support/problems';
import { rawRequest, sendRaw } from './support/raw-http';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

const details = (mileage: number) => ({ model: 'Fiat Strada', year: 2022, mileage });
const put = ({ id }: { id: string }, mileage: number, match: string) =>
  api.client.put<VehicleView>(`/api/vehicles/${id}`, details(mileage), { 'If-Match': match });

/** A vehicle at version 2. */
async function changedVehicle(): Promise<VehicleView> {
  const vehicle = await fleet.vehicle();
  return (await put(vehicle, 1, '"1"')).body;
}

describe('ETag', () => {
  it('is the version, on every answer that is one versioned resource', async () => {
    const created = await api.client.post<VehicleView>('/api/vehicles', { plate: 'ETAG-1', model: 'Uno', year: 2020 });
    expect(created.headers.get('etag')).toBe('"1"');
    const changed = await put(created.body, 5, '"1"');
    expect(changed.headers.get('etag')).toBe('"2"');
    const read = await api.client.get(`/api/vehicles/${created.body.id}`);
    expect([read.headers.get('etag'), read.body.version]).toEqual(['"2"', 2]);
  });

  it('is not on lists, nor on problems', async () => {
    const answers = [await api.client.get('/api/vehicles'), await api.client.get(`/api/vehicles/${randomUUID()}`)];
    expect(answers.map(({ headers }) => headers.get('etag'))).toEqual([null, null]);
  });
});

describe('If-Match', () => {
  it.each(['"2"', '*', ' * ', '"1", "2"', '"1","2"', 'W/"1", "2"', '"abc", "2"'])(
    '%s lets a change of version 2 through',
    async (match) => {
      const vehicle = await changedVehicle();
      const { status, body } = await put(vehicle, 2, match);
      expect([status, body.version, body.mileage]).toEqual([200, 3, 2]);
    },
  );

  it.each(['"1"', '"3"', 'W/"2"', '"1", "3"', '"abc"', '""', '"02"', '"99999999999999999999"'])(
    '%s stops a change of version 2',
    async (match) => {
      const vehicle = await changedVehicle();
      expectProblem(await put(vehicle, 2, match), 412, 'VERSION_MISMATCH');
      expect(await fleet.getVehicle(vehicle.id)).toEqual(vehicle);
    },
  );

  it.each(['2', "'2'", '"2', '2"', '"2" "3"', '"2",', ',', '*, "2"', 'w/"2"', '"2";"3"', '"2 "', ''])(
    '%j is malformed',
    async (match) => {
      const vehicle = await changedVehicle();
      const [body, path] = [JSON.stringify(details(2)), `/api/vehicles/${vehicle.id}`];
      const headers = ['Content-Type: application/json', `Content-Length: ${body.length}`, `If-Match: ${match}`];
      expectFaultsOf(await sendRaw(api.client, rawRequest(`PUT ${path}`, headers, body)), 'If-Match');
      expectFaultsOf(await sendRaw(api.client, rawRequest(`DELETE ${path}`, [`If-Match: ${match}`])), 'If-Match');
      expect(await fleet.getVehicle(vehicle.id)).toEqual(vehicle);
    },
  );

  it('in two headers is one list', async () => {
    const { id } = await changedVehicle();
    const headers = ['If-Match: "1"', 'If-Match: "2"'];
    expect((await sendRaw(api.client, rawRequest(`DELETE /api/vehicles/${id}`, headers))).status).toBe(204);
  });

  it('of an unknown id is 404 first', async () => {
    const path = `/api/vehicles/${randomUUID()}`;
    for (const match of ['"1"', '*', 'W/"1"']) {
      expectProblem(await api.client.put(path, details(1), { 'If-Match': match }), 404, 'VEHICLE_NOT_FOUND');
      expectProblem(await api.client.delete(path, { 'If-Match': match }), 404, 'VEHICLE_NOT_FOUND');
    }
  });

  it('stops and lets through a deletion', async () => {
    const { id } = await changedVehicle();
    const path = `/api/vehicles/${id}`;
    expectProblem(await api.client.delete(path, { 'If-Match': '"1"' }), 412, 'VERSION_MISMATCH');
    const { status, text } = await api.client.delete(path, { 'If-Match': '"2"' });
    expect([status, text]).toEqual([204, '']);
    expectProblem(await api.client.get(path), 404, 'VEHICLE_NOT_FOUND');
  });

  it('lets exactly one of many simultaneous changes through', async () => {
    const vehicle = await changedVehicle();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => put(vehicle, 10 + index, '"2"')));
    const codes = answers.map(({ status }) => status).sort();
    expect(codes).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
    expect((await fleet.getVehicle(vehicle.id)).version).toBe(3);
  });
});

describe('If-None-Match', () => {
  it.each(['"2"', 'W/"2"', '*', '"1", "2"', 'W/"1",W/"2"'])('%s is answered with 304', async (tags) => {
    const { id } = await changedVehicle();
    const answer = await api.client.get(`/api/vehicles/${id}`, { 'If-None-Match': tags });
    expect([answer.status, answer.text, answer.headers.get('etag')]).toEqual([304, '', '"2"']);
    expect(answer.headers.get('content-type')).toBeNull();
  });

  it.each(['"1"', '"02"', '2', 'x', ''])('%j is answered in full', async (tags) => {
    const vehicle = await changedVehicle();
    const { status, body } = await api.client.get(`/api/vehicles/${vehicle.id}`, { 'If-None-Match': tags });
    expect([status, body]).toEqual([200, vehicle]);
  });

  it('of an unknown id is 404', async () => {
    const answer = await api.client.get(`/api/vehicles/${randomUUID()}`, { 'If-None-Match': '*' });
    expectProblem(answer, 404, 'VEHICLE_NOT_FOUND');
  });
});
