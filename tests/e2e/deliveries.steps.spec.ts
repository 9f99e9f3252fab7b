import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { Fleet } from './support/fleet';
import { expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

/** The table of the rules, written down once more, and not taken from the product. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  PickedUp: ['InTransit', 'Failed', 'Cancelled'],
  InTransit: ['OutForDelivery', 'Failed', 'Cancelled'],
  OutForDelivery: ['Delivered', 'Failed'],
  Delivered: [],
  Failed: ['PickedUp'],
  Cancelled: [],
};
const STATUSES = Object.keys(ALLOWED);

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

const post = (id: string, what: string, body: object) =>
  api.client.post<DeliveryView>(`/api/deliveries/${id}/${what}`, body);

/** A reason that fits, for those who need one; it means nothing to the others. */
const stepTo = (status: string) => ({ status, reason: 'Other', distance: 7 });

type Steps = readonly (readonly [what: string, body: object])[];

const GO: Steps = [
  ['status', stepTo('InTransit')],
  ['checkpoints', { sequence: 1 }],
  ['checkpoints', { sequence: 2 }],
];
const ARRIVE: Steps = [...GO, ['status', stepTo('OutForDelivery')], ['proof', { receivedBy: 'Paula Andrade' }]];

/** What leads to each status, with all that any step from there asks for. */
const WAYS: Readonly<Record<string, Steps>> = {
  PickedUp: [],
  InTransit: GO,
  OutForDelivery: ARRIVE,
  Delivered: [...ARRIVE, ['status', stepTo('Delivered')]],
  Failed: [['status', stepTo('Failed')]],
  Cancelled: [['status', stepTo('Cancelled')]],
};

/** A new one that has come to this status, with a crew of its own. */
async function deliveryIn(status: string): Promise<DeliveryView> {
  const { id: routeId } = await fleet.activeRoute();
  const [vehicle, driver] = [await fleet.vehicle(), await fleet.driver()];
  const customer = { name: 'Rui Alves', phone: '1133334444', address: 'Rua Um, 1' };
  const body = { routeId, customer, vehicleId: vehicle.id, driverId: driver.id };
  let answer = await api.client.post<DeliveryView>('/api/deliveries', body);
  const { id } = answer.body;
  for (const [what, request] of WAYS[status]!) answer = await post(id, what, request);
  expect(answer.body).toMatchObject({ id, status });
  return answer.body;
}

describe.each(STATUSES)('a delivery that is %s', (from) => {
  it.each(STATUSES)('goes to %s when the table says so', async (to) => {
    const { id, version } = await deliveryIn(from);
    const answer = await post(id, 'status', stepTo(to));
    if (ALLOWED[from]!.includes(to)) {
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ status: to, version: version + 1 });
    } else {
      expectProblem(answer, 400, 'INVALID_DELIVERY_TRANSITION');
      expect(answer.body).toMatchObject({ allowed: ALLOWED[from] });
      const { body } = await api.client.get<DeliveryView>(`/api/deliveries/${id}`);
      expect(body).toMatchObject({ status: from, version });
    }
  });

  it.each([
    ['cancel', 'Cancelled', { reason: 'Other' }],
    ['retry', 'PickedUp', {}],
  ])('takes %s as the step to %s', async (action, to, body) => {
    const { id } = await deliveryIn(from);
    const answer = await post(id, action, body);
    if (ALLOWED[from]!.includes(to)) expect([answer.status, answer.body.status]).toEqual([200, to]);
    else {
      expectProblem(answer, 400, 'INVALID_DELIVERY_TRANSITION');
      expect(answer.body).toMatchObject({ allowed: ALLOWED[from] });
    }
  });
});
