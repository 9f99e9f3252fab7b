import { DriverView } from '@fleet/application/drivers/driver.view';
import { Page } from '@fleet/application/shared/page';
import { Fleet } from './support/fleet';
import { cursorOf, join, listedIds, readPages } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
beforeEach(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterEach(() => api.stop());

const PATH = '/api/drivers/available';
const available = () => listedIds(api.client, PATH);

it('lists who is active and on no trip, the first registered first, page by page', async () => {
  const drivers: DriverView[] = [];
  for (let i = 0; i < 5; i++) drivers.push(await fleet.driver());
  await api.client.post(`/api/drivers/${drivers[1]!.id}/deactivate`);
  await fleet.trip({ driverId: drivers[3]!.id });
  const pages = await readPages<DriverView>(api.client, PATH, 2);
  expect(pages).toEqual([[drivers[0], drivers[2]], [drivers[4]]]);
  const { headers } = await api.client.get(PATH);
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
});

it('shows a reader what he has just written, whatever it was', async () => {
  expect(await available()).toEqual([]);
  const { id } = await fleet.driver({ name: 'Ana' });
  expect(await available()).toEqual([id]);
  await api.client.put(`/api/drivers/${id}`, { name: 'Bia', licenseNumber: 'B-1', phone: '1198765432' });
  expect((await api.client.get<Page<DriverView>>(PATH)).body.items[0]).toMatchObject({ name: 'Bia', version: 2 });
  await api.client.post(`/api/drivers/${id}/deactivate`);
  expect(await available()).toEqual([]);
  await api.client.post(`/api/drivers/${id}/activate`);
  expect(await available()).toEqual([id]);
  const trip = await fleet.trip({ driverId: id });
  expect(await available()).toEqual([]);
  await api.client.post(`/api/trips/end/${trip.id}`, { distance: 1 });
  expect(await available()).toEqual([id]);
  const other = await fleet.driver();
  await api.client.delete(`/api/drivers/${other.id}`);
  expect(await available()).toEqual([id]);
});

it('takes a page and nothing else', async () => {
  await fleet.driver();
  await fleet.driver();
  expectFaultsOf(await api.client.get(`${PATH}?active=true`), 'active');
  expectFaultsOf(await api.client.get(`${PATH}?limit=201`), 'limit');
  const cursor = await cursorOf(api.client, PATH);
  expectProblem(await api.client.get(join(PATH, `cursor=${cursor}x`)), 400, 'INVALID_CURSOR');
  expect((await api.client.send('HEAD', PATH)).status).toBe(200);
});
