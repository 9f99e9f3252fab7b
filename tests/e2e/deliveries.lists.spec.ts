import { randomUUID } from 'node:crypto';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { later } from '@fleet/tests/builders/later';
import { Fleet } from './support/fleet';
import { KeptDeliveries } from './support/kept-deliveries';
import { cursorOf, join, listedIds, readPages } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

const PATH = '/api/deliveries';
/** Long over, so that what was promised then has passed. */
const START = new Date('2026-01-10T08:00:00.000Z');
const SOON = later(new Date(), 24 * 60);

let api: TestApi;
let kept: KeptDeliveries;
let all: Record<'plain' | 'overdue' | 'promised' | 'tardy' | 'timely' | 'onRoad' | 'failed', Delivery>;
beforeAll(async () => {
  api = await startTestApi();
  kept = new KeptDeliveries(api);
  const fleet = new Fleet(api.client);
  const crew = async () => ({ vehicleId: (await fleet.vehicle()).id, driverId: (await fleet.driver()).id });
  const hour = async (index: number) => kept.route(later(START, index * 60));
  const plain = await kept.delivery({
    route: await hour(0),
    customerName: 'João da Silva',
    customerPhone: '+55 (11) 91234-5678',
  });
  const overdue = await kept.delivery({ route: await hour(1), promisedBy: START, priority: 'Urgent' });
  const promised = await kept.delivery({ route: await hour(2), promisedBy: SOON, reference: 'PED-1' });
  const late = await hour(3);
  const tardy = await kept.onRoad({ route: late, crew: await crew(), promisedBy: later(START, 4 * 60) });
  const inTime = await hour(4);
  const timely = await kept.onRoad({ route: inTime, crew: await crew(), promisedBy: later(START, 9 * 60) });
  const onRoad = await kept.onRoad({ route: await hour(5), crew: await crew() });
  const failed = await kept.delivery({ route: await hour(6), promisedBy: START, customerName: 'Ana Silva' });
  const incident = { type: 'Other', severity: 'Low', description: 'Flat tyre' } as const;
  all = {
    plain: await kept.change(plain.id, (one) => one.reportIncident(randomUUID(), incident, later(START, 1))),
    overdue,
    promised,
    tardy: await kept.deliver(tardy.id, late, later(START, 8 * 60)),
    timely: await kept.deliver(timely.id, inTime, later(START, 8 * 60)),
    onRoad,
    failed: await kept.change(failed.id, (one) => one.fail({ reason: 'Refused' }, later(START, 7 * 60))),
  };
});
afterAll(() => api.stop());

const ids = (...names: (keyof typeof all)[]) => names.map((name) => all[name].id);
const find = (query: string) => listedIds(api.client, `${PATH}?${query}`);

it('lists all of them, the latest slot in front, page by page and either way', async () => {
  const order = ids('failed', 'onRoad', 'timely', 'tardy', 'promised', 'overdue', 'plain');
  const pages = await readPages<{ id: string }>(api.client, PATH, 3);
  expect(pages.map((page) => page.map(({ id }) => id))).toEqual([order.slice(0, 3), order.slice(3, 6), order.slice(6)]);
  expect(await find('sort=slotStart')).toEqual([...order].reverse());
});

it('takes each filter, and several together', async () => {
  const { onRoad, tardy } = all;
  const { vehicleId, driverId, routeId } = onRoad.snapshot();
  expect(await find('status=Delivered')).toEqual(ids('timely', 'tardy'));
  expect(await find('status=InTransit')).toEqual(ids('onRoad'));
  expect(await find(`driverId=${driverId}`)).toEqual(ids('onRoad'));
  expect(await find(`vehicleId=${vehicleId}`)).toEqual(ids('onRoad'));
  expect(await find(`routeId=${routeId}`)).toEqual(ids('onRoad'));
  expect(await find('priority=Urgent')).toEqual(ids('overdue'));
  expect(await find('priority=Low')).toEqual([]);
  expect(await find('reference=PED-1')).toEqual(ids('promised'));
  expect(await find('reference=PED')).toEqual([]);
  const from = later(START, 60).toISOString();
  const to = later(START, 3 * 60).toISOString();
  expect(await find(`from=${from}&to=${to}`)).toEqual(ids('promised', 'overdue'));
  expect(await find('hasOpenIncidents=true')).toEqual(ids('plain'));
  expect(await find('hasOpenIncidents=false')).toHaveLength(6);
  expect(await find(`driverId=${tardy.snapshot().driverId}&status=InTransit`)).toEqual([]);
  expect(await find(`driverId=${tardy.snapshot().driverId}&late=true&status=Delivered&priority=Normal`)).toEqual(
    ids('tardy'),
  );
});

it('takes for late what was delivered late, and what is not over and past what was promised', async () => {
  expect(await find('late=true')).toEqual(ids('tardy', 'overdue'));
  expect(await find('late=false')).toEqual(ids('failed', 'onRoad', 'timely', 'promised', 'plain'));
  const pages = await readPages<{ id: string }>(api.client, `${PATH}?late=true`, 1);
  expect(pages.flat().map(({ id }) => id)).toEqual(ids('tardy', 'overdue'));
});

it('finds a customer by whole words of the name and by the telephone number, however they are written', async () => {
  expect(await find('customer=SILVA')).toEqual(ids('failed', 'plain'));
  expect(await find('customer=silva%20joao')).toEqual(ids('plain'));
  expect(await find('customer=5511912345678')).toEqual(ids('plain'));
  expect(await find(`customer=${encodeURIComponent('+55(11)91234-5678')}`)).toEqual(ids('plain'));
  expect(await find('customer=silv')).toEqual([]);
  expect(await find('customer=silva&status=Failed')).toEqual(ids('failed'));
  expect(await find('customer=silva&late=true')).toEqual([]);
  expectFaultsOf(
    await api.client.get(
      `${PATH}?customer=${'a%20b%20'.repeat(1)}${Array.from({ length: 21 }, (_, i) => `w${i}`).join('%20')}`,
    ),
    'customer',
  );
});

it('refuses what it does not know, and cursors of others', async () => {
  for (const query of [
    'status=Lost',
    'priority=None',
    'late=maybe',
    'hasOpenIncidents=1',
    'driverId=x',
    'from=x',
    'sort=name',
    'q=x',
  ]) {
    expectFaultsOf(await api.client.get(`${PATH}?${query}`), query.split('=')[0]!);
  }
  const cursor = await cursorOf(api.client, `${PATH}?status=Delivered`);
  expectProblem(await api.client.get(join(`${PATH}?status=Failed`, `cursor=${cursor}`)), 400, 'INVALID_CURSOR');
});
