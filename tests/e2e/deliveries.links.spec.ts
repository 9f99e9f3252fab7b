import { randomUUID } from 'node:crypto';
import { CUSTOMER, Dispatch } from './support/dispatch';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let dispatch: Dispatch;
beforeAll(async () => {
  api = await startTestApi();
  dispatch = new Dispatch(api.client);
});
afterAll(() => api.stop());

const wait = (id: string, ...after: string[]) =>
  api.client.put<{ code?: string }>(`/api/deliveries/${id}`, { customer: CUSTOMER, after });

describe('a delivery that waits for others', () => {
  it('leaves once they are delivered, and says which of them are not', async () => {
    const [done, open] = [await dispatch.delivered(), await dispatch.outForDelivery()];
    const after = [done.id, open.id.toUpperCase()];
    const { id, ...linked } = await dispatch.assigned({ after });
    expect(linked.after).toEqual([done.id, open.id]);
    const refused = await dispatch.step(id, 'InTransit');
    expectProblem(refused, 400, 'DEPENDENCY_NOT_MET');
    expect(refused.body).toMatchObject({ waitingFor: [open.id] });
    await dispatch.post(open.id, 'proof', { receivedBy: 'Paula' });
    await dispatch.step(open.id, 'Delivered');
    expect((await dispatch.step(id, 'InTransit')).body).toMatchObject({ status: 'InTransit' });
  });

  it.each(['Failed', 'Cancelled'])('goes on waiting for one that is %s, until it waits no more', async (status) => {
    const other = await dispatch.in(status);
    const { id } = await dispatch.assigned({ after: [other.id] });
    expectProblem(await dispatch.step(id, 'InTransit'), 400, 'DEPENDENCY_NOT_MET');
    expect((await wait(id)).body).toMatchObject({ after: [] });
    expect((await dispatch.step(id, 'InTransit')).status).toBe(200);
  });

  it('waits for such as there are, and for at most 20', async () => {
    const { id } = await dispatch.delivery();
    expectFaultsOf(await wait(id, randomUUID(), randomUUID()), 'after', 'after');
    expectFaultsOf(await dispatch.create({ after: [randomUUID()] }), 'after');
    expectFaultsOf(await wait(id, ...Array.from({ length: 21 }, () => randomUUID())), 'after');
    expectFaultsOf(await wait(id, 'NF-1'), 'after');
    expectFaultsOf(await wait(id, id), 'after');
    const others: string[] = [];
    for (let count = 0; count < 20; count++) others.push((await dispatch.delivery()).id);
    expect((await wait(id, ...others)).body).toMatchObject({ after: others });
  });
});

describe('a circle', () => {
  it('is refused, however long it is', async () => {
    const first = await dispatch.delivery();
    const second = await dispatch.delivery({ after: [first.id] });
    const third = await dispatch.delivery({ after: [second.id] });
    const free = await dispatch.delivery();
    expectProblem(await wait(first.id, second.id), 400, 'DEPENDENCY_CYCLE');
    expectProblem(await wait(first.id, free.id, third.id), 400, 'DEPENDENCY_CYCLE');
    expect(await dispatch.get(first.id)).toMatchObject({ version: 1, after: [] });
    expect((await wait(third.id, second.id, first.id)).status).toBe(200);
  });

  it('is closed by nobody, though its two ends are tied at once', async () => {
    for (let round = 0; round < 6; round++) {
      const [one, other] = [await dispatch.delivery(), await dispatch.delivery()];
      const answers = await Promise.all([wait(one.id, other.id), wait(other.id, one.id)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
      expect(answers.map(({ body }) => body.code)).toContain('DEPENDENCY_CYCLE');
    }
  });

  it('of many is closed by nobody either', async () => {
    const ring = await Promise.all(Array.from({ length: 5 }, () => dispatch.delivery()));
    const answers = await Promise.all(ring.map(({ id }, index) => wait(id, ring[(index + 1) % 5]!.id)));
    const codes = answers.map(({ status, body }) => (status === 200 ? 'linked' : body.code)).sort();
    // Who meets too many others is told to come back.
    expect(codes.filter((code) => !['linked', 'CONCURRENT_UPDATE', 'DEPENDENCY_CYCLE'].includes(code!))).toEqual([]);
    expect(codes.filter((code) => code === 'linked').length).toBeLessThan(5);
  });
});
