import { RouteView } from '@fleet/application/routes/route.view';
import { eventsOf } from './support/event-log';
import { Fleet } from './support/fleet';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

const at = (time: string) => `2026-03-02T${time}:00.000Z`;
const stop = (time: string, fields: object = {}) => ({ location: `At ${time}`, expectedAt: at(time), ...fields });

/** The times of the checkpoints, once the answer has been looked over. */
function timesOf({ status, body }: { status: number; body: RouteView }): string[] {
  expect(status).toBe(200);
  const { checkpoints, scheduledEnd } = body;
  expect(checkpoints.map(({ sequence }) => sequence)).toEqual(checkpoints.map((_, index) => index + 1));
  expect(scheduledEnd).toBe(checkpoints.at(-1)?.expectedAt ?? null);
  return checkpoints.map(({ expectedAt }) => expectedAt.slice(11, 16));
}

const add = (id: string, body: unknown) => api.client.post<RouteView>(`/api/routes/${id}/checkpoints`, body);
const replace = (id: string, body: unknown) => api.client.put<RouteView>(`/api/routes/${id}/checkpoints`, body);
const change = (id: string, sequence: number | string, body: unknown) =>
  api.client.put<RouteView>(`/api/routes/${id}/checkpoints/${sequence}`, body);
const remove = (id: string, sequence: number | string) =>
  api.client.delete<RouteView>(`/api/routes/${id}/checkpoints/${sequence}`);

describe('the checkpoints of a route', () => {
  it('are added, moved, changed and removed, and the end follows', async () => {
    const { id } = await fleet.route();
    expect(timesOf(await add(id, stop('12:00')))).toEqual(['09:00', '10:00', '12:00']);
    expect(timesOf(await add(id, stop('08:30', { sequence: 1 })))).toEqual(['08:30', '09:00', '10:00', '12:00']);
    expect(timesOf(await change(id, 4, stop('09:30', { sequence: 3 })))).toEqual(['08:30', '09:00', '09:30', '10:00']);
    expect(timesOf(await change(id, 4, stop('11:00')))).toEqual(['08:30', '09:00', '09:30', '11:00']);
    expect(timesOf(await remove(id, 2))).toEqual(['08:30', '09:30', '11:00']);
    expect(timesOf(await replace(id, { checkpoints: [stop('15:00', { sequence: 2 }), stop('14:00', { sequence: 1 })] }))).toEqual(['14:00', '15:00']); // prettier-ignore
    const last = await replace(id, { checkpoints: [] });
    expect(timesOf(last)).toEqual([]);
    expect((await api.client.get(`/api/routes/${id}`)).body).toEqual(last.body);
    const events = await eventsOf(api, id);
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(events.slice(1).every(({ type }) => type === 'RouteCheckpointsChanged')).toBe(true);
  });

  it('are replaced whole: what a change leaves out is gone', async () => {
    const whole = { latitude: 1.5, longitude: -2.5, earliest: at('08:30'), latest: at('09:30') };
    const { id } = await fleet.route({ checkpoints: [stop('09:00', whole)] });
    const { body } = await change(id, 1, stop('09:00'));
    expect(body.checkpoints[0]).toMatchObject({ latitude: null, longitude: null, earliest: null, latest: null });
  });

  it('that are the same are no change', async () => {
    const { id, checkpoints } = await fleet.route();
    for (const same of [
      await replace(id, { checkpoints }),
      await change(id, 2, stop('10:00', { location: 'At 10' })),
    ]) {
      expect([same.status, same.body.version]).toEqual([200, 1]);
    }
  });

  it('rise in time', async () => {
    const { id } = await fleet.route();
    for (const answer of [
      await add(id, stop('10:00')),
      await add(id, stop('11:00', { sequence: 1 })),
      await change(id, 2, stop('09:00')),
      await change(id, 1, stop('09:00', { sequence: 2 })),
      await replace(id, { checkpoints: [stop('08:00')] }),
    ]) {
      expectProblem(answer, 400, 'CHECKPOINT_OUT_OF_ORDER');
    }
  });

  it('that are not there are not found', async () => {
    const { id } = await fleet.route();
    for (const sequence of [3, 101, '99999999999999999999']) {
      expectProblem(await change(id, sequence, stop('11:00')), 404, 'CHECKPOINT_NOT_FOUND');
      expectProblem(await remove(id, sequence), 404, 'CHECKPOINT_NOT_FOUND');
    }
  });

  it.each(['0', '-1', '1.5', 'first', '1e1', '%2B1', '0x1'])('have no sequence %s', async (sequence) => {
    const { id } = await fleet.route();
    expectFaultsOf(await change(id, sequence, stop('11:00')), 'sequence');
    expectFaultsOf(await remove(id, sequence), 'sequence');
  });

  it('stay as they are once the route is active', async () => {
    const { id } = await fleet.activeRoute();
    for (const answer of [
      await add(id, stop('11:00')),
      await replace(id, { checkpoints: [] }),
      await change(id, 9, stop('11:00')),
      await remove(id, 9),
    ]) {
      expectProblem(answer, 400, 'ROUTE_NOT_IN_PLANNING');
    }
  });
});

describe('a checkpoint that is at fault', () => {
  const FAULTS: [object, ...string[]][] = [
    [{ location: ' ' }, 'location'],
    [{ location: 7 }, 'location'],
    [{ location: 'x'.repeat(256) }, 'location'],
    [{ expectedAt: undefined }, 'expectedAt'],
    [{ expectedAt: '09:00' }, 'expectedAt'],
    [{ latitude: 91, longitude: -181 }, 'latitude', 'longitude'],
    [{ latitude: 1 }, 'longitude'],
    [{ latitude: '1', longitude: 1 }, 'latitude'],
    [{ earliest: at('11:01'), latest: at('10:59') }, 'earliest', 'latest'],
    [{ latest: 'noon' }, 'latest'],
    [{ city: 'Campinas', constructor: 1 }, 'constructor'],
    [{ city: 'Campinas', country: 'BR' }, 'city', 'country'],
  ];

  it.each(FAULTS)('by %j is refused, its fields named', async (fields, ...names) => {
    const { id } = await fleet.route();
    const faulty = stop('11:00', fields);
    expectFaultsOf(await add(id, faulty), ...names);
    expectFaultsOf(await change(id, 2, faulty), ...names);
    const inList = names.map((name) => `checkpoints[1].${name}`);
    const checkpoints = [stop('09:00'), faulty];
    expectFaultsOf(await replace(id, { checkpoints }), ...inList);
    const plan = { name: 'N', origin: 'A', destination: 'B', scheduledStart: at('08:00') };
    expectFaultsOf(await api.client.post('/api/routes', { ...plan, checkpoints }), ...inList);
  });

  it('by its sequence is refused', async () => {
    const { id } = await fleet.route();
    for (const sequence of [0, 4, 1.5, '1']) {
      expectFaultsOf(await add(id, stop('11:00', { sequence })), 'sequence');
      expectFaultsOf(await change(id, 2, stop('11:00', { sequence: sequence === 4 ? 3 : sequence })), 'sequence');
    }
    for (const sequences of [
      [1, 1],
      [1, 3],
      [0, 1],
    ]) {
      const checkpoints = [stop('09:00', { sequence: sequences[0] }), stop('10:00', { sequence: sequences[1] })];
      expectFaultsOf(await replace(id, { checkpoints }), 'checkpoints');
    }
  });

  it.each([['x'], [{}], [1], [[1]], [[null]], [[[stop('09:00')]]], [['x', stop('09:00')]], [null], [undefined]])(
    'because the list is %j is refused',
    async (checkpoints) => {
      const { id } = await fleet.route();
      expectFaultsOf(await replace(id, { checkpoints }), 'checkpoints');
    },
  );

  it.each(['constructor', 'toString', 'city'])('by a field called %s is refused', async (name) => {
    const { id } = await fleet.route();
    const body = `{"checkpoints":[{"location":"L","expectedAt":"${at('09:00')}","${name}":{"location":"M"}}]}`;
    expectFaultsOf(await replace(id, body), `checkpoints[0].${name}`);
  });

  it('because it is one too many is refused, and 100 are not', async () => {
    const { id } = await fleet.route();
    const stops = (count: number) =>
      Array.from({ length: count }, (_, index) => stop(`${10 + Math.floor(index / 60)}:${String(index % 60).padStart(2, '0')}`)); // prettier-ignore
    expect(timesOf(await replace(id, { checkpoints: stops(100) }))).toHaveLength(100);
    expectFaultsOf(await replace(id, { checkpoints: stops(101) }), 'checkpoints');
    expectFaultsOf(await replace(id, { checkpoints: Array(10_000).fill({}) }), 'checkpoints');
    expectFaultsOf(await add(id, stop('20:00')), 'checkpoints');
  });
});
