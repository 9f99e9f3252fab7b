import { ScheduleSummary, ScheduleView } from '@fleet/application/schedules/schedule.view';
import { Page } from '@fleet/application/shared/page';
import { deliveryTemplate, scheduleTemplateOf } from '@fleet/tests/builders/schedule.builder';
import { eventsOf } from './support/event-log';
import { listedIds, readPages } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

const PATH = '/api/schedules';
const SCHEDULE = {
  name: 'Bread for the centre',
  rule: 'FREQ=WEEKLY;BYDAY=MO,WE,FR',
  timeZone: 'America/Sao_Paulo',
  startsAt: '2026-01-05T08:00',
  template: scheduleTemplateOf(deliveryTemplate({ reference: 'B' })),
};

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

async function create(fields: object = {}): Promise<ScheduleView> {
  const { status, body, text } = await api.client.post<ScheduleView>(PATH, { ...SCHEDULE, ...fields });
  if (status !== 201) throw new Error(text);
  return body;
}

const get = (id: string) => api.client.get<ScheduleView>(`${PATH}/${id}`);
const typesOf = async (id: string) => (await eventsOf(api, id)).map(({ type }) => type);

describe('creating', () => {
  it('answers with an active schedule, which is there from then on', async () => {
    const before = Date.now();
    const { status, headers, body } = await api.client.post<ScheduleView>(PATH, { ...SCHEDULE, rule: ' freq=daily ' });
    expect(status).toBe(201);
    expect([headers.get('location'), headers.get('etag')]).toEqual([`${PATH}/${body.id}`, '"1"']);
    expect(body).toMatchObject({ ...SCHEDULE, rule: 'FREQ=DAILY', active: true, version: 1 });
    expect(body.createdUntil).toBe(body.createdAt);
    expect(Date.parse(body.createdAt)).toBeGreaterThanOrEqual(before);
    const read = await get(body.id);
    expect([read.body, read.headers.get('etag')]).toEqual([body, '"1"']);
    expect((await api.client.get(`${PATH}/${body.id}`, { 'If-None-Match': '"1"' })).status).toBe(304);
    expect(await typesOf(body.id)).toEqual(['ScheduleCreated']);
  });

  it('takes what need not be given as nothing, null too', async () => {
    const route = { ...SCHEDULE.template.route, checkpoints: [{ location: 'A', afterMinutes: 10, latitude: null }] };
    const delivery = { customerName: 'Ana', customerPhone: '12345678', customerAddress: 'Rua A', after: null };
    const { template } = await create({ template: { route, deliveries: [delivery] } });
    expect(template.deliveries).toEqual([deliveryTemplate({ ...delivery, after: [] })]);
    expect(template.route.checkpoints).toEqual([
      { location: 'A', latitude: null, longitude: null, afterMinutes: 10, earliestMinutes: null, latestMinutes: null },
    ]);
  });

  it.each([
    [{ rule: 'FREQ=HOURLY' }, ['rule']],
    [{ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, ['rule']],
    [{ rule: 'DTSTART=20260105T080000;FREQ=DAILY' }, ['rule']],
    [{ rule: `FREQ=DAILY;BYHOUR=${'1,'.repeat(300)}1` }, ['rule']],
    [{ timeZone: 'Mars/Base' }, ['timeZone']],
    [{ startsAt: '2026-02-30T08:00' }, ['startsAt']],
    [{ startsAt: '2026-01-05T08:00:00Z', timeZone: '+03:00', name: ' ' }, ['name', 'startsAt', 'timeZone']],
    [{ name: 'x'.repeat(101) }, ['name']],
    [{ template: null }, ['template']],
    [{ template: [] }, ['template']],
    [{ template: {} }, ['template.route', 'template.deliveries']],
    [
      { template: { route: {}, deliveries: [1] } },
      [
        ...['name', 'origin', 'destination', 'checkpoints'].map((field) => `template.route.${field}`),
        'template.deliveries',
      ],
    ],
    [{ dtstart: 'x' }, ['dtstart']],
  ])('refuses %j', async (fields, faults) => {
    expectFaultsOf(await api.client.post(PATH, { ...SCHEDULE, ...fields }), ...faults);
  });

  it.each([
    [{ customerName: 7 }, 'customerName'],
    [{ customerPhone: '12' }, 'customerPhone'],
    [{ priority: 'low' }, 'priority'],
    [{ requirements: ['stamp'] }, 'requirements'],
    [{ requirements: 'photo' }, 'requirements'],
    [{ vehicleId: 'v' }, 'vehicleId'],
    [{ after: [0] }, 'after'],
    [{ after: ['0'] }, 'after'],
    [{ promisedAfterMinutes: '60' }, 'promisedAfterMinutes'],
    [{ surprise: 1 }, 'surprise'],
    [{ constructor: 1 }, 'constructor'],
  ])('refuses a delivery with %j, by its place', async (fields, field) => {
    const template = { ...SCHEDULE.template, deliveries: [{ ...deliveryTemplate(), ...fields }] };
    expectFaultsOf(await api.client.post(PATH, { ...SCHEDULE, template }), `template.deliveries[0].${field}`);
  });

  it.each([
    [{ afterMinutes: 0 }, 'afterMinutes'],
    [{ afterMinutes: 43_201 }, 'afterMinutes'],
    [{ latitude: 91, longitude: 0 }, 'latitude'],
    [{ latitude: 1, longitude: null }, 'longitude'],
    [{ earliestMinutes: 61 }, 'earliestMinutes'],
    [{ location: null }, 'location'],
  ])('refuses a checkpoint with %j, by its place', async (fields, field) => {
    const { route } = SCHEDULE.template;
    const checkpoints = [{ ...route.checkpoints[0], ...fields }];
    const template = { route: { ...route, checkpoints }, deliveries: [] };
    expectFaultsOf(await api.client.post(PATH, { ...SCHEDULE, template }), `template.route.checkpoints[0].${field}`);
  });
});

describe('changing', () => {
  it('replaces everything, under the version that was named', async () => {
    const { id } = await create();
    const wanted = { ...SCHEDULE, name: 'Milk', rule: 'FREQ=DAILY', template: scheduleTemplateOf() };
    const { status, headers, body } = await api.client.put<ScheduleView>(`${PATH}/${id}`, wanted, {
      'If-Match': '"1"',
    });
    expect([status, headers.get('etag')]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ ...wanted, version: 2 });
    expect((await get(id)).body).toEqual(body);
    expect(await listedIds(api.client, `${PATH}?q=milk`)).toContain(id);
    expectProblem(await api.client.put(`${PATH}/${id}`, SCHEDULE, { 'If-Match': '"1"' }), 412, 'VERSION_MISMATCH');
  });

  it('to the same changes nothing', async () => {
    const { id } = await create();
    const { body } = await api.client.put<ScheduleView>(`${PATH}/${id}`, SCHEDULE);
    expect(body.version).toBe(1);
    expect(await typesOf(id)).toEqual(['ScheduleCreated']);
  });

  it('is refused with every fault, and nothing is changed', async () => {
    const created = await create();
    const answer = await api.client.put(`${PATH}/${created.id}`, { ...SCHEDULE, name: '', timeZone: 'Mars' });
    expectFaultsOf(answer, 'name', 'timeZone');
    expect((await get(created.id)).body).toEqual(created);
  });
});

describe('pausing and resuming', () => {
  it('each happen once', async () => {
    const { id } = await create();
    for (const [action, active, version] of [
      ['pause', false, 2],
      ['pause', false, 2],
      ['resume', true, 3],
      ['resume', true, 3],
    ] as const) {
      const { status, headers, body } = await api.client.post(`${PATH}/${id}/${action}`);
      expect([status, headers.get('etag')]).toEqual([200, `"${version}"`]);
      expect(body).toMatchObject({ active, version });
    }
    expect(await typesOf(id)).toEqual(['ScheduleCreated', 'SchedulePaused', 'ScheduleResumed']);
  });

  it('are refused for another version', async () => {
    const { id } = await create();
    for (const action of ['pause', 'resume']) {
      const answer = await api.client.post(`${PATH}/${id}/${action}`, undefined, { 'If-Match': '"2"' });
      expectProblem(answer, 412, 'VERSION_MISMATCH');
    }
  });
});

describe('the list', () => {
  it('is of what the filters say, in its order, without templates', async () => {
    const names = ['Zebra café', 'alpha Zebra', 'Beta zebra'];
    const [first, second, third] = [
      await create({ name: names[0] }),
      await create({ name: names[1] }),
      await create({ name: names[2] }),
    ];
    await api.client.post(`${PATH}/${second.id}/pause`);
    const { body } = await api.client.get<Page<ScheduleSummary>>(`${PATH}?q=zebra`);
    expect(body.items.map(({ name }) => name)).toEqual(['Beta zebra', 'Zebra café', 'alpha Zebra']);
    const { template: _, ...summary } = first;
    expect(body.items[1]).toEqual(summary);
    const list = (query: string) => listedIds(api.client, `${PATH}?q=zebra&${query}`);
    expect(await list('sort=-createdAt')).toEqual([third.id, second.id, first.id]);
    expect(await list('active=true&sort=createdAt')).toEqual([first.id, third.id]);
    expect(await list('active=false')).toEqual([second.id]);
    expect(await listedIds(api.client, `${PATH}?q=CAFE zeb`)).toEqual([first.id]);
    const pages = await readPages<ScheduleSummary>(api.client, `${PATH}?q=zebra`, 1);
    expect(pages.flat().map(({ name }) => name)).toEqual(['Beta zebra', 'Zebra café', 'alpha Zebra']);
  });

  it('refuses what it does not know', async () => {
    expectFaultsOf(await api.client.get(`${PATH}?rule=x`), 'rule');
    expectFaultsOf(await api.client.get(`${PATH}?active=1`), 'active');
    expectFaultsOf(await api.client.get(`${PATH}?sort=rule`), 'sort');
    expectProblem(await api.client.get(`${PATH}?cursor=x`), 400, 'INVALID_CURSOR');
  });
});

describe('deleting', () => {
  it('leaves a history that says nothing of customers', async () => {
    const { id } = await create();
    expectProblem(await api.client.delete(`${PATH}/${id}`, { 'If-Match': '"2"' }), 412, 'VERSION_MISMATCH');
    expect((await api.client.delete(`${PATH}/${id}`, { 'If-Match': '"1"' })).status).toBe(204);
    expectProblem(await get(id), 404, 'SCHEDULE_NOT_FOUND');
    const { body, text } = await api.client.get<{ items: { action: string; changes: object[] }[] }>(
      `${PATH}/${id}/history`,
    );
    expect(body.items.map(({ action }) => action)).toEqual(['ScheduleDeleted', 'ScheduleCreated']);
    expect(body.items[1]!.changes).toContainEqual({ field: 'template', before: null, after: null, erased: true });
    expect(text).not.toContain('Padaria');
  });
});

it('a schedule that is not there is missed everywhere', async () => {
  const path = `${PATH}/0198b8a0-0000-7000-8000-000000000000`;
  for (const answer of [
    await api.client.get(path),
    await api.client.put(path, SCHEDULE),
    await api.client.delete(path),
    await api.client.post(`${path}/pause`),
    await api.client.post(`${path}/resume`),
    await api.client.get(`${path}/occurrences`),
    await api.client.get(`${path}/history`),
  ]) {
    expectProblem(answer, 404, 'SCHEDULE_NOT_FOUND');
  }
});
