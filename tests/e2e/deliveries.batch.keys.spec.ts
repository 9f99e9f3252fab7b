import { randomUUID } from 'node:crypto';
import { BatchCommands } from '@fleet/application/deliveries/batch-commands';
import { IdempotencyKeys } from '@fleet/application/shared/idempotency/idempotency-keys';
import { IdempotencyInFlightError } from '@fleet/application/shared/idempotency/idempotency.errors';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { creates, CUSTOMER, outcomes, sendBatch } from './support/batches';
import { eventsOf } from './support/event-log';
import { Fleet } from './support/fleet';
import { expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let routeId: string;
beforeAll(async () => {
  api = await startTestApi();
  routeId = (await new Fleet(api.client).activeRoute()).id;
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => api.stop());

const send = (key: string, commands: readonly unknown[], fields: object = {}) =>
  sendBatch(api.client, commands, fields, { 'Idempotency-Key': key });
const create = (fields: object = {}) => ({ op: 'create', routeId, customer: CUSTOMER, ...fields });
const replayed = ({ headers }: { headers: Headers }) => headers.get('idempotency-replayed');

async function rowsOf(table: string): Promise<number> {
  const { writer } = api.app.get(Database, { strict: false });
  const [row] = await writer.query<{ found: number }[]>(`SELECT COUNT(*) AS found FROM ${table}`);
  return Number(row!.found);
}

describe.each([[false], [true]])('a batch with a key, atomic: %s', (atomic) => {
  it('is done once, and answered the same again, byte for byte', async () => {
    const key = randomUUID();
    const vehicleId = (await new Fleet(api.client).vehicle({ plate: `K-${key.slice(0, 6)}` })).id;
    const made = (await sendBatch(api.client, creates(1, routeId))).body.results[0]!.delivery!;
    const commands = [...creates(3, routeId), { op: 'assign', deliveryId: made.id, vehicleId }];
    const first = await send(key, commands, { atomic });
    expect([outcomes(first), replayed(first)]).toEqual([['201', '201', '201', '200'], null]);
    const before = await rowsOf('Deliveries');
    const again = await send(key, commands, { atomic });
    expect([again.status, again.text, replayed(again)]).toEqual([200, first.text, 'true']);
    expect(await rowsOf('Deliveries')).toBe(before);
    expect(await eventsOf(api, made.id)).toHaveLength(2);
  });

  it('is another request with other commands, in another order, at another address, or the other way', async () => {
    const [key, commands] = [randomUUID(), creates(2, routeId, `K-${randomUUID()}`.slice(0, 30))];
    expect((await send(key, commands, { atomic })).status).toBe(200);
    const before = await rowsOf('Deliveries');
    for (const answer of [
      await send(key, commands.slice(1), { atomic }),
      await send(key, [...commands].reverse(), { atomic }),
      await send(key, commands, { atomic: !atomic }),
      await api.client.post('/api/deliveries', { routeId, customer: CUSTOMER }, { 'Idempotency-Key': key }),
    ]) {
      expectProblem(answer, 422, 'IDEMPOTENCY_KEY_REUSED');
    }
    expect(await rowsOf('Deliveries')).toBe(before);
  });

  it('cannot have the key of another request', async () => {
    const key = randomUUID();
    const body = { routeId, customer: CUSTOMER };
    expect((await api.client.post('/api/deliveries', body, { 'Idempotency-Key': key })).status).toBe(201);
    expectProblem(await send(key, creates(1, routeId), { atomic }), 422, 'IDEMPOTENCY_KEY_REUSED');
  });

  it('is in flight for whoever sends it meanwhile, and done once', async () => {
    const [key, commands, before] = [randomUUID(), creates(30, routeId), await rowsOf('Deliveries')];
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(key, commands, { atomic })));
    for (const answer of answers) {
      if (answer.status !== 200) expectProblem(answer, 409, 'IDEMPOTENCY_IN_FLIGHT');
      else expect(answer.body).toMatchObject({ succeeded: 30, failed: 0 });
    }
    expect(answers.map(({ status }) => status)).toContain(200);
    expect((await send(key, commands, { atomic })).body).toMatchObject({ succeeded: 30, failed: 0 });
    expect(await rowsOf('Deliveries')).toBe(before + 30);
  });

  it('keeps of each delivery what can be forgotten with it', async () => {
    const [key, commands] = [randomUUID(), creates(2, routeId)];
    const { results } = (await send(key, commands, { atomic })).body;
    const before = await rowsOf('IdempotencyKeys');
    const forget = () => api.app.get(IdempotencyKeys, { strict: false }).forget(results[1]!.delivery!.id);
    await api.app.get(UnitOfWork, { strict: false }).run(forget);
    expect(await rowsOf('IdempotencyKeys')).toBe(before - 1);
  });
});

describe('a batch with a key that broke off', () => {
  it('goes on where it was, when it is sent again', async () => {
    const [key, commands, before] = [randomUUID(), creates(10, routeId), await rowsOf('Deliveries')];
    breakOffAt(4);
    expectProblem(await send(key, commands), 409, 'IDEMPOTENCY_IN_FLIGHT');
    jest.restoreAllMocks();
    expect(await rowsOf('Deliveries')).toBe(before + 4);
    const again = await send(key, commands);
    expect([again.body.succeeded, replayed(again)]).toEqual([10, null]);
    expect(await rowsOf('Deliveries')).toBe(before + 10);
    const last = await send(key, commands);
    expect([last.text, replayed(last)]).toEqual([again.text, 'true']);
  });

  it('has done nothing when it is atomic', async () => {
    const [key, commands, before] = [randomUUID(), creates(10, routeId), await rowsOf('Deliveries')];
    breakOffAt(4);
    expectProblem(await send(key, commands, { atomic: true }), 409, 'IDEMPOTENCY_IN_FLIGHT');
    jest.restoreAllMocks();
    expect(await rowsOf('Deliveries')).toBe(before);
    expect((await send(key, commands, { atomic: true })).body.succeeded).toBe(10);
    expect(await rowsOf('Deliveries')).toBe(before + 10);
  });

  it('looks anew at what was refused, and leaves the rest as it was', async () => {
    const [key, reference] = [randomUUID(), randomUUID()];
    const [taken] = (await sendBatch(api.client, [create({ reference })])).body.results;
    const commands = [create(), create({ reference })];
    const first = await send(key, commands);
    expect(outcomes(first)).toEqual(['201', '409 REFERENCE_TAKEN']);
    const { customer } = taken!.delivery!;
    await api.client.put(`/api/deliveries/${taken!.delivery!.id}`, { customer });
    const again = await send(key, commands);
    expect([outcomes(again), replayed(again)]).toEqual([['201', '201'], null]);
    expect(again.body.results[0]).toEqual(first.body.results[0]);
  });
});

it('a key that is none is refused, and nothing is done', async () => {
  const before = await rowsOf('Deliveries');
  expectProblem(await send('two words', creates(1, routeId)), 400, 'VALIDATION_FAILED');
  expect(await rowsOf('Deliveries')).toBe(before);
});

/** The command with this place ends the whole request: somebody else has it. */
function breakOffAt(place: number): void {
  const commands = api.app.get(BatchCommands, { strict: false });
  const execute = commands.execute.bind(commands);
  let calls = 0;
  jest
    .spyOn(commands, 'execute')
    .mockImplementation((work) => (calls++ === place ? Promise.reject(new IdempotencyInFlightError()) : execute(work)));
}
