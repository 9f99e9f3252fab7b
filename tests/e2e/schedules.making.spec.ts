import { MAX_OCCURRENCE_DAYS } from '@fleet/application/schedules/list-occurrences';
import { OccurrenceView, ScheduleView } from '@fleet/application/schedules/schedule.view';
import { DomainError } from '@fleet/domain/shared/domain-error';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { deliveryTemplate, scheduleTemplateOf } from '@fleet/tests/builders/schedule.builder';
import { contradictions } from './support/consistency';
import { listedIds } from './support/lists';
import { ScheduleRuns } from './support/schedule-runs';
import { startTestApi, TestApi } from './support/test-api';
import { createTestDatabase } from './support/test-database';

const DAY_MS = 24 * 60 * 60 * 1000;
const PATH = '/api/schedules';
const VEHICLE = '0198b8a0-0000-7000-8000-a00000000001';

/** The first 08:00 of UTC after now. */
const FIRST = new Date(Math.ceil((Date.now() - 8 * 3_600_000) / DAY_MS) * DAY_MS + 8 * 3_600_000);
const day = (days: number, minutes = 0) => new Date(FIRST.getTime() + days * DAY_MS + minutes * 60_000);

class Refusal extends DomainError {
  readonly code = 'VEHICLE_IN_MAINTENANCE';
}

let [api, other]: TestApi[] = [];
let now: Date;
let [runs, otherRuns]: ScheduleRuns[] = [];
const clock = () => now;

beforeAll(async () => {
  const database = createTestDatabase();
  api = await startTestApi({}, database);
  other = await startTestApi({}, { ...database, drop: async () => undefined });
});
afterAll(async () => {
  await other!.stop();
  await api!.stop();
});
beforeEach(() => {
  now = day(0, -60);
  [runs, otherRuns] = [new ScheduleRuns(api!, 'ONE', clock), new ScheduleRuns(other!, 'TWO', clock)];
});
afterEach(async () => {
  expect(await contradictions(api!.app.get(Database, { strict: false }).writer)).toEqual({});
  for (const path of [PATH, '/api/vehicles']) {
    for (const id of await listedIds(api!.client, path)) await api!.client.delete(`${path}/${id}`);
  }
});

const SCHEDULE = {
  ...{ name: 'Bread', rule: 'FREQ=DAILY', timeZone: 'UTC', startsAt: '2026-01-05T08:00' },
  template: scheduleTemplateOf(),
};

async function schedule(fields: object = {}): Promise<ScheduleView> {
  const { status, body, text } = await api!.client.post<ScheduleView>(PATH, { ...SCHEDULE, ...fields });
  if (status !== 201) throw new Error(text);
  return body;
}

const get = async (id: string) => (await api!.client.get<ScheduleView>(`${PATH}/${id}`)).body;

/** What was made of a schedule in a year around now: the days, and the routes. */
async function made(id: string): Promise<OccurrenceView[]> {
  const items: OccurrenceView[] = [];
  for (let from = -100; from < 200; from += MAX_OCCURRENCE_DAYS) {
    const range = `from=${day(from).toISOString()}&to=${day(from + MAX_OCCURRENCE_DAYS).toISOString()}`;
    const { body } = await api!.client.get<{ items: OccurrenceView[] }>(`${PATH}/${id}/occurrences?${range}`);
    items.push(...body.items);
  }
  return items.filter(({ routeId }) => routeId !== null);
}

const days = async (id: string) =>
  (await made(id)).map(({ occursAt }) => (Date.parse(occursAt) - FIRST.getTime()) / DAY_MS);
const routes = () => listedIds(api!.client, '/api/vehicles');

describe('a run', () => {
  it('makes each occurrence of the days ahead, once', async () => {
    const { id } = await schedule();
    expect(await runs!.run()).toEqual({ made: 7, leftOut: 0, failed: 0 });
    expect(await days(id)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect((await made(id)).map(({ routeId }) => routeId).sort()).toEqual((await routes()).sort());
    expect((await get(id)).createdUntil).toBe(day(7, -60).toISOString());
    expect(await runs!.run()).toEqual({ made: 0, leftOut: 0, failed: 0 });
    now = day(1, -60);
    expect(await runs!.run()).toEqual({ made: 1, leftOut: 0, failed: 0 });
    expect(await days(id)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect((await get(id)).version).toBe(1);
  });

  it('makes nothing of schedules that are paused', async () => {
    const { id } = await schedule();
    await api!.client.post(`${PATH}/${id}/pause`);
    expect(await runs!.run()).toEqual({ made: 0, leftOut: 0, failed: 0 });
    await api!.client.post(`${PATH}/${id}/resume`);
    expect(await runs!.run()).toEqual({ made: 7, leftOut: 0, failed: 0 });
  });

  it('makes up for what was missed within an hour, and for nothing earlier', async () => {
    const { id } = await schedule({ rule: 'FREQ=DAILY;BYHOUR=6,7,8,9' });
    now = day(10, 30);
    await runs!.run();
    expect((await made(id))[0]!.occursAt).toBe(day(10, 0).toISOString());
  });

  it('leaves what was made when the schedule is changed: the change holds from there on', async () => {
    const { id } = await schedule();
    await runs!.run();
    const before = await made(id);
    await api!.client.put(`${PATH}/${id}`, { ...SCHEDULE, rule: 'FREQ=DAILY;BYHOUR=20' });
    expect(await runs!.run()).toMatchObject({ made: 0 });
    now = day(1);
    expect(await runs!.run()).toMatchObject({ made: 1 });
    const [added, ...rest] = (await made(id)).slice(before.length);
    expect([added!.occursAt, rest]).toEqual([day(7.5).toISOString(), []]);
    expect((await made(id)).slice(0, before.length)).toEqual(before);
  });

  it('works through more schedules than fit into one batch', async () => {
    await Promise.all(
      Array.from({ length: 105 }, (_, index) => schedule({ name: `S-${index}`, rule: 'FREQ=DAILY;COUNT=1' })),
    );
    const daily = await schedule();
    expect(await runs!.run()).toEqual({ made: 7, leftOut: 0, failed: 0 });
    expect(await days(daily.id)).toHaveLength(7);
  });
});

describe('once each', () => {
  it('however many run at once', async () => {
    const schedules = [await schedule(), await schedule({ name: 'Milk' }), await schedule({ name: 'Ice' })];
    for (let round = 0; round < 3; round++) {
      now = day(round, -60);
      await Promise.all([runs!.run(), otherRuns!.run(), runs!.run(), otherRuns!.run()]);
    }
    // Whoever has met another one leaves the rest to the next run.
    await runs!.run();
    for (const { id } of schedules) {
      expect(await days(id)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    }
    expect(await routes()).toHaveLength(27);
    expect([...runs!.notes, ...otherRuns!.notes]).toEqual([]);
  });

  it('even where another one claims what this one is about to', async () => {
    const { id } = await schedule({ rule: 'FREQ=DAILY;COUNT=1', startsAt: day(0).toISOString().slice(0, 16) });
    let [entered, leave]: (() => void)[] = [];
    const isIn = new Promise<void>((resolve) => (entered = resolve));
    const mayLeave = new Promise<void>((resolve) => (leave = resolve));
    runs!.maker.before = async () => {
      entered!();
      await mayLeave;
    };
    const first = runs!.run();
    await isIn;
    const second = otherRuns!.run();
    leave!();
    expect([await first, await second].map(({ made: count }) => count)).toEqual([1, 0]);
    expect(await made(id)).toHaveLength(1);
    expect(await routes()).toHaveLength(1);
  });
});

describe('a failure', () => {
  it('undoes its occurrence alone, stops its schedule, and no other', async () => {
    const broken = await schedule({ name: 'Broken' });
    const { id } = await schedule();
    runs!.maker.before = ({ scheduledStart }) => {
      if (scheduledStart.getTime() === day(2).getTime() && runs!.maker.count < 7) throw new Error('not today');
    };
    const { made: count, failed } = await runs!.run();
    expect(failed).toBeGreaterThan(0);
    expect(count).toBe((await routes()).length);
    runs!.maker.before = () => undefined;
    await runs!.run();
    expect(await days(broken.id)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(await days(id)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(await routes()).toHaveLength(14);
  });

  it('after the route was written leaves no route', async () => {
    const { id } = await schedule({ template: scheduleTemplateOf(deliveryTemplate()) });
    runs!.maker.refuse = () => {
      throw new Error('no delivery');
    };
    expect(await runs!.run()).toEqual({ made: 0, leftOut: 0, failed: 1 });
    expect(runs!.notes).toEqual([`${id} failed: no delivery`]);
    expect([await made(id), await routes()]).toEqual([[], []]);
  });
});

it('a vehicle that is not to be had is left out, counted and told', async () => {
  const template = scheduleTemplateOf(deliveryTemplate({ vehicleId: VEHICLE, reference: 'B' }));
  const { id } = await schedule({ rule: 'FREQ=WEEKLY', startsAt: day(0).toISOString().slice(0, 16), template });
  runs!.maker.refuse = ({ vehicleId }) => {
    if (vehicleId !== null) throw new Refusal('In the workshop.');
  };
  expect(await runs!.run()).toEqual({ made: 1, leftOut: 1, failed: 0 });
  expect(runs!.notes).toEqual([`${id} ${FIRST.toISOString()} without vehicleId: VEHICLE_IN_MAINTENANCE`]);
  const reference = `B-${FIRST.toISOString().slice(0, 10)}`;
  expect(runs!.maker.deliveries).toMatchObject([{ vehicleId: null, reference, customerName: 'Padaria Central' }]);
});

describe('somebody who changes the schedule after it was read', () => {
  it.each([
    ['pauses it', (id: string) => api!.client.post(`${PATH}/${id}/pause`)],
    ['changes it', (id: string) => api!.client.put(`${PATH}/${id}`, { ...SCHEDULE, rule: 'FREQ=WEEKLY' })],
    ['deletes it', (id: string) => api!.client.delete(`${PATH}/${id}`)],
  ])('%s: nothing is made as it was', async (_, change) => {
    const { id, createdUntil } = await schedule();
    runs!.afterReading = async () => expect((await change(id)).status).toBeLessThan(300);
    expect(await runs!.run()).toEqual({ made: 0, leftOut: 0, failed: 0 });
    expect(await routes()).toEqual([]);
    const { status, body } = await api!.client.get<ScheduleView>(`${PATH}/${id}`);
    if (status === 200) expect(body.createdUntil).toBe(createdUntil);
  });
});

it('what a deleted schedule has made stays', async () => {
  const { id } = await schedule();
  await runs!.run();
  expect((await api!.client.delete(`${PATH}/${id}`)).status).toBe(204);
  expect(await routes()).toHaveLength(7);
  expect(await runs!.run()).toEqual({ made: 0, leftOut: 0, failed: 0 });
});
