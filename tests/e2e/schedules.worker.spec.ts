import { OccurrenceView, ScheduleView } from '@fleet/application/schedules/schedule.view';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { DeliverySnapshot } from '@fleet/domain/deliveries/delivery.snapshot';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { MakeOccurrences } from '@fleet/application/schedules/make-occurrences';
import { deliveryTemplate, scheduleTemplateOf } from '@fleet/tests/builders/schedule.builder';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Fleet } from './support/fleet';
import { startTestApi, TestApi } from './support/test-api';

const PATH = '/api/schedules';
const HOUR_MS = 60 * 60 * 1000;

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  // Its jobs are here, and their clock may strike: what is made is made once all the same.
  api = await startTestApi({ WORKER: 'inline' });
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

/** Once, some hours from now. */
function once(hours: number, ...deliveries: Parameters<typeof scheduleTemplateOf>): object {
  const startsAt = new Date(Date.now() + hours * HOUR_MS).toISOString().slice(0, 16);
  const template = scheduleTemplateOf(...deliveries);
  return { name: 'Bread', rule: 'FREQ=DAILY;COUNT=1', timeZone: 'UTC', startsAt, template };
}

const create = async (fields: object) => (await api.client.post<ScheduleView>(PATH, fields)).body;
const run = () => api.app.get(MakeOccurrences, { strict: false }).execute();

/** The route of the only occurrence. */
async function routeOf({ id }: ScheduleView): Promise<string> {
  const { body } = await api.client.get<{ items: OccurrenceView[] }>(`${PATH}/${id}/occurrences`);
  expect(body.items).toHaveLength(1);
  return body.items[0]!.routeId!;
}

async function deliveriesOf(routeId: string): Promise<DeliverySnapshot[]> {
  const find = <T>(port: abstract new (...parts: never[]) => T): T => api.app.get<T>(port, { strict: false });
  const sql = `SELECT Id AS "id" FROM Deliveries WHERE RouteId = ? ORDER BY CreatedAt, Id`;
  const rows = await find(ReadDatabase).query<{ id: string }>(sql, [routeId]);
  const deliveries = await find(UnitOfWork).run(() =>
    Promise.all(rows.map(({ id }) => find(DeliveryRepository).find(id))),
  );
  return deliveries.map((delivery) => delivery!.snapshot());
}

it('makes an active route and its deliveries, one after the other', async () => {
  const [vehicle, driver] = [await fleet.vehicle(), await fleet.driver()];
  const first = deliveryTemplate({ reference: 'ONE', vehicleId: vehicle.id, driverId: driver.id });
  const second = deliveryTemplate({ requirements: ['photo'], promisedAfterMinutes: 90, after: [0] });
  const schedule = await create(once(24, first, second));
  await run();
  const routeId = await routeOf(schedule);
  const { body: route } = await api.client.get(`/api/routes/${routeId}`);
  const start = `${schedule.startsAt}:00.000Z`;
  expect(route).toMatchObject({ name: 'Morning bread', status: 'Active', scheduledStart: start });
  const [one, two] = await deliveriesOf(routeId);
  expect(one).toMatchObject({
    ...{ status: 'PickedUp', reference: `ONE-${start.slice(0, 10)}`, vehicleId: vehicle.id, driverId: driver.id },
  });
  const promisedBy = new Date(Date.parse(start) + 1.5 * HOUR_MS);
  expect(two).toMatchObject({ reference: null, requirements: ['photo'], promisedBy, after: [one!.id] });
});

it('makes a delivery without the vehicle and the driver who are held by another one then', async () => {
  const [vehicle, driver] = [await fleet.vehicle(), await fleet.driver()];
  const crew = { vehicleId: vehicle.id, driverId: driver.id };
  const held = await create(once(48, deliveryTemplate(crew)));
  await run();
  const late = await create(once(48.5, deliveryTemplate(crew)));
  await run();
  expect(await deliveriesOf(await routeOf(held))).toMatchObject([crew]);
  expect(await deliveriesOf(await routeOf(late))).toMatchObject([{ vehicleId: null, driverId: null }]);
  const notes = api.logs.filter(({ scheduleId }) => scheduleId === late.id);
  expect(notes).toMatchObject([{ level: 40, code: 'ASSIGNMENT_CONFLICT', fields: ['vehicleId', 'driverId'] }]);
});

it('makes a delivery without a vehicle in the workshop and without a driver who is inactive', async () => {
  const [vehicle, driver] = [await fleet.vehicle(), await fleet.driver()];
  await api.client.post('/api/maintenance/start', { vehicleId: vehicle.id });
  await api.client.post(`/api/drivers/${driver.id}/deactivate`);
  const crew = { vehicleId: vehicle.id, driverId: driver.id };
  const schedule = await create(once(72, deliveryTemplate(crew)));
  expect(await run()).toMatchObject({ failed: 0 });
  expect(await deliveriesOf(await routeOf(schedule))).toMatchObject([{ vehicleId: null, driverId: null }]);
});

it('makes a delivery without a reference that another one has', async () => {
  await create(once(96, deliveryTemplate({ reference: 'SAME' })));
  await run();
  const second = await create(once(96, deliveryTemplate({ reference: 'SAME' })));
  expect(await run()).toEqual({ made: 1, leftOut: 1, failed: 0 });
  expect(await deliveriesOf(await routeOf(second))).toMatchObject([{ reference: null }]);
});
