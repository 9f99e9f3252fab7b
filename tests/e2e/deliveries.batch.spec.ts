import { randomUUID } from 'node:crypto';
import { BatchCommands } from '@fleet/application/deliveries/batch-commands';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { BATCH, BatchResult, creates, CUSTOMER, outcomes, sendBatch } from './support/batches';
import { eventsOf } from './support/event-log';
import { Fleet } from './support/fleet';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
let routeId: string;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
  routeId = (await fleet.activeRoute()).id;
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => api.stop());

const run = (commands: readonly unknown[], fields: object = {}) => sendBatch(api.client, commands, fields);
const create = (fields: object = {}) => ({ op: 'create', routeId, customer: CUSTOMER, ...fields });
const incident = { op: 'incident', type: 'Weather', severity: 'Low', description: 'Fog' };
const deliveryOf = (result: BatchResult | undefined) => result!.delivery!;

async function delivery(): Promise<DeliveryView> {
  return deliveryOf((await run([create()])).body.results[0]);
}

describe('a batch', () => {
  it('does each of its commands in their order, and answers as a request with it alone does', async () => {
    const [{ id }, vehicle, driver] = [await delivery(), await fleet.vehicle(), await fleet.driver()];
    const answer = await run([
      { op: 'assign', deliveryId: id.toUpperCase(), vehicleId: vehicle.id, driverId: driver.id },
      { op: 'status', deliveryId: id, status: 'InTransit' },
      { ...incident, deliveryId: id, location: 'Km 12' },
      { op: 'status', deliveryId: id, status: 'Failed', reason: 'Refused', notes: 'Nobody there', distance: 7 },
      create({ reference: 'B-ORDER', priority: 'Urgent', promisedBy: '2026-03-02T12:00:00Z', requirements: ['code'] }),
    ]);
    expect(answer.status).toBe(200);
    expect(outcomes(answer)).toEqual(['200', '200', '201', '200', '201']);
    expect(answer.body).toMatchObject({ succeeded: 5, failed: 0 });
    const { results } = answer.body;
    expect(results.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(results.map((result) => deliveryOf(result).version)).toEqual([2, 3, 4, 5, 1]);
    expect(deliveryOf(results[3])).toMatchObject({ status: 'Failed', reason: 'Refused', notes: 'Nobody there' });
    expect(deliveryOf(results[4])).toMatchObject({ reference: 'B-ORDER', priority: 'Urgent', requirements: ['code'] });
    expect(deliveryOf(results[3]).incidents).toMatchObject([{ type: 'Weather', location: 'Km 12' }]);
    expect((await fleet.getVehicle(vehicle.id)).mileage).toBe(vehicle.mileage + 7);
    expect((await eventsOf(api, id)).map(({ correlationId }) => correlationId).slice(1)).toEqual(
      Array.from({ length: 4 }, () => answer.headers.get('x-request-id')),
    );
  });

  it('goes on behind a command that fails, whatever the reason, and names its fields by their place', async () => {
    const { id } = await delivery();
    const answer = await run([
      create({ reference: 'B-FIRST' }),
      { op: 'fly', deliveryId: id },
      'no command',
      null,
      create({ toString: 1 }),
      create({ customer: { ...CUSTOMER, name: 7 } }),
      create({ customer: { ...CUSTOMER, name: ' ' }, colour: 'red' }),
      create({ customer: { ...CUSTOMER, name: ' ' } }),
      create({ reference: 'B-FIRST' }),
      create({ routeId: randomUUID() }),
      { op: 'assign', deliveryId: randomUUID(), vehicleId: randomUUID() },
      { op: 'status', deliveryId: id, status: 'Delivered' },
      { ...incident, deliveryId: id, version: 2 },
      { ...incident, deliveryId: id, version: 0 },
      { ...incident, deliveryId: id, version: 1.5 },
      { ...incident, deliveryId: id, version: 1 },
    ]);
    expect(outcomes(answer)).toEqual([
      '201',
      '400 VALIDATION_FAILED',
      '400 VALIDATION_FAILED',
      '400 VALIDATION_FAILED',
      '400 VALIDATION_FAILED',
      '400 VALIDATION_FAILED',
      '400 VALIDATION_FAILED',
      '400 VALIDATION_FAILED',
      '409 REFERENCE_TAKEN',
      '404 ROUTE_NOT_FOUND',
      '404 DELIVERY_NOT_FOUND',
      '400 INVALID_DELIVERY_TRANSITION',
      '412 VERSION_MISMATCH',
      '400 VALIDATION_FAILED',
      '400 VALIDATION_FAILED',
      '201',
    ]);
    expect(answer.body).toMatchObject({ succeeded: 2, failed: 14 });
    const fields = answer.body.results.map(({ problem }) => problem?.errors?.map(({ field }) => field));
    expect(fields.slice(1, 8)).toEqual([
      ['commands[1].op'],
      ['commands[2]'],
      ['commands[3]'],
      ['commands[4].toString'],
      ['commands[5].customer.name'],
      ['commands[6].colour'],
      ['commands[7].customer.name'],
    ]);
    expect(answer.body.results[11]!.problem).toMatchObject({
      allowed: ['InTransit', 'Failed', 'Cancelled'],
      instance: BATCH,
      requestId: answer.headers.get('x-request-id'),
    });
  });

  it('does the other 499 when its 300th command is wrong', async () => {
    const commands = creates(500, routeId);
    commands[299] = create({ routeId: randomUUID() });
    const answer = await run(commands);
    expect(answer.body).toMatchObject({ succeeded: 499, failed: 1 });
    expect(outcomes(answer).indexOf('404 ROUTE_NOT_FOUND')).toBe(299);
    expect(new Set(answer.body.results.map((result) => result.delivery?.id)).size).toBe(500);
  });

  it('gives whoever is wanted twice to the first who asks', async () => {
    const vehicleId = (await fleet.vehicle()).id;
    const answer = await run([create({ vehicleId }), create({ vehicleId })]);
    expect(outcomes(answer)).toEqual(['201', '409 ASSIGNMENT_CONFLICT']);
    const [first, second] = answer.body.results;
    expect(second!.problem).toMatchObject({ conflicts: [{ deliveryId: deliveryOf(first).id, resourceId: vehicleId }] });
  });

  it('answers a mistake of ours by 500 alone, logs it, and goes on', async () => {
    failAt(1, new Error('a mistake of ours'));
    const answer = await run([create(), create(), create()]);
    expect(outcomes(answer)).toEqual(['201', '500 INTERNAL', '201']);
    expect(answer.text).not.toContain('a mistake of ours');
    const requestId = answer.headers.get('x-request-id');
    expect(api.logs.filter((line) => line.requestId === requestId && line.index === 1)).toMatchObject([{ level: 50 }]);
  });

  it('tries nothing more once the database is away', async () => {
    const execute = failAt(1, new UnavailableError('The database is away.'));
    const answer = await run([create(), create(), create(), create()]);
    expect(outcomes(answer)).toEqual(['201', '503 UNAVAILABLE', '503 UNAVAILABLE', '503 UNAVAILABLE']);
    expect(execute).toHaveBeenCalledTimes(2);
  });
});

describe('an atomic batch', () => {
  it('is done as a whole', async () => {
    const { id } = await delivery();
    const answer = await run([create(), { ...incident, deliveryId: id }], { atomic: true });
    expect(outcomes(answer)).toEqual(['201', '201']);
    expect(await eventsOf(api, deliveryOf(answer.body.results[0]).id)).toHaveLength(1);
  });

  it.each<[string, (taken: string) => object, object]>([
    ['breaks a rule', (reference) => create({ reference }), { status: 409, code: 'REFERENCE_TAKEN' }],
    ['is about nothing', () => ({ ...incident, deliveryId: randomUUID() }), { code: 'DELIVERY_NOT_FOUND' }],
    ['has a value out of its range', () => create({ reference: 'x'.repeat(51) }), { code: 'VALIDATION_FAILED' }],
    ['has another shape', () => create({ customer: {} }), { code: 'VALIDATION_FAILED' }],
  ])('is not done at all when its 300th command %s', async (_, wrong, cause) => {
    const { id } = await delivery();
    const reference = randomUUID();
    const commands: object[] = [{ ...incident, deliveryId: id }, ...creates(400, routeId)];
    commands[10] = create({ reference });
    commands[299] = wrong(reference);
    const answer = await run(commands, { atomic: true });
    expectProblem(answer, 400, 'BATCH_REJECTED');
    expect(answer.body).toMatchObject({ index: 299, cause: { instance: BATCH, ...cause } });
    const { cause: inner } = answer.body as unknown as { cause: { errors?: { field: string }[] } };
    for (const { field } of inner.errors ?? []) expect(field).toMatch(/^commands\[299\]\./);
    expect(await eventsOf(api, id)).toHaveLength(1);
    // What came before it has left nothing, either.
    expect(outcomes(await run([create({ reference })]))).toEqual(['201']);
  });

  it('says that the version is another one, too', async () => {
    const { id } = await delivery();
    const answer = await run([create(), { ...incident, deliveryId: id, version: 9 }], { atomic: true });
    expectProblem(answer, 400, 'BATCH_REJECTED');
    expect(answer.body).toMatchObject({ index: 1, cause: { status: 412, code: 'VERSION_MISMATCH' } });
  });

  it('is no command’s fault when the database is away', async () => {
    failAt(1, new UnavailableError('The database is away.'));
    expectProblem(await run([create(), create()], { atomic: true }), 503, 'UNAVAILABLE');
  });
});

describe('a body that is no batch', () => {
  it.each<[string, object, string]>([
    ['has no commands', {}, 'commands'],
    ['has none', { commands: [] }, 'commands'],
    ['has 501', { commands: Array.from({ length: 501 }, () => ({})) }, 'commands'],
    ['has one instead of a list', { commands: { op: 'create' } }, 'commands'],
    ['says atomic in words', { commands: [{}], atomic: 'true' }, 'atomic'],
    ['has another field', { commands: [{}], all: true }, 'all'],
    ['is a list', [{ commands: [{}] }], ''],
  ])('because it %s, is VALIDATION_FAILED', async (_, body, field) => {
    expectFaultsOf(await api.client.post(BATCH, body), field);
  });

  it('may have 500 commands and 20,000 values, and not one more', async () => {
    const commands: object[] = Array.from({ length: 500 }, () => ({ op: 'x' }));
    const values = (count: number) => [
      { op: 'x', list: Array.from({ length: count - 500 }, () => 0) },
      ...commands.slice(1),
    ];
    expect((await run(values(20_000))).body).toMatchObject({ succeeded: 0, failed: 500 });
    expectProblem(await run(values(20_001)), 400, 'MALFORMED_JSON');
    const elsewhere = { reference: 'x', after: Array.from({ length: 1_000 }, () => 0) };
    expectProblem(await api.client.post('/api/deliveries', elsewhere), 400, 'MALFORMED_JSON');
  });
});

/** The command with this place throws; the others are done. */
function failAt(place: number, error: Error) {
  const commands = api.app.get(BatchCommands, { strict: false });
  const execute = commands.execute.bind(commands);
  let calls = 0;
  return jest
    .spyOn(commands, 'execute')
    .mockImplementation((work) => (calls++ === place ? Promise.reject(error) : execute(work)));
}
