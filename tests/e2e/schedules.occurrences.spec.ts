import { ScheduleView } from '@fleet/application/schedules/schedule.view';
import { deliveryTemplate, scheduleTemplateOf } from '@fleet/tests/builders/schedule.builder';
import { expectFaultsOf } from './support/problems';
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

describe('the occurrences', () => {
  it('are those to come, by the clocks of the zone', async () => {
    const { id } = await create({ timeZone: 'Europe/Berlin', rule: 'FREQ=DAILY', startsAt: '2099-03-28T08:00' });
    const { status, body } = await api.client.get(`${PATH}/${id}/occurrences?from=2099-03-28&to=2099-03-31T06:00:00Z`);
    expect(status).toBe(200);
    expect(body).toEqual({
      items: ['2099-03-28T07:00:00.000Z', '2099-03-29T06:00:00.000Z', '2099-03-30T06:00:00.000Z'].map((occursAt) => ({
        occursAt,
        routeId: null,
      })),
    });
  });

  it('are of the past only where they were made', async () => {
    const { id } = await create({ rule: 'FREQ=DAILY', startsAt: '2020-01-01T08:00' });
    const { body } = await api.client.get(`${PATH}/${id}/occurrences?from=2020-01-01&to=2020-02-01`);
    expect(body).toEqual({ items: [] });
    const ahead = await api.client.get<{ items: unknown[] }>(`${PATH}/${id}/occurrences`);
    expect([30, 31]).toContain(ahead.body.items.length);
  });

  it('are of 31 days at most', async () => {
    const { id } = await create();
    expect((await api.client.get(`${PATH}/${id}/occurrences?from=2026-01-01&to=2026-02-01`)).status).toBe(200);
    expectFaultsOf(await api.client.get(`${PATH}/${id}/occurrences?from=2026-01-01&to=2026-02-02`), 'to');
    expectFaultsOf(await api.client.get(`${PATH}/${id}/occurrences?from=2026-01-02&to=2026-01-01`), 'to');
    expectFaultsOf(await api.client.get(`${PATH}/${id}/occurrences?from=soon`), 'from');
  });
});
