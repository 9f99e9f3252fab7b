import { ScheduleView } from '@fleet/application/schedules/schedule.view';
import { RotateEncryptionKeys } from '@fleet/application/shared/rotate-encryption-keys';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { deliveryTemplate, scheduleTemplateOf } from '@fleet/tests/builders/schedule.builder';
import { contradictions } from './support/consistency';
import { storedText } from './support/stored-text';
import { startTestApi, TestApi } from './support/test-api';
import { createTestDatabase } from './support/test-database';

const PATH = '/api/schedules';
const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const keys = (encryption: string) => ({
  JWT_KEYS: `j1:${secret(7)}`,
  ENCRYPTION_KEYS: encryption,
  BLIND_INDEX_KEY: secret(7),
});
const [OLD, NEW] = [`old:${secret(1)}`, `new:${secret(2)}`];

/** What no file and no log line may show. */
const CUSTOMER = { customerName: 'Zuleika Quark', customerPhone: '+55 99 12345-9876', customerAddress: 'Rua Xyzzy 42' };
const MARKS = ['Zuleika', '12345-9876', 'Xyzzy'];

const SCHEDULE = {
  ...{ name: 'Bread', rule: 'FREQ=DAILY', timeZone: 'UTC', startsAt: '2026-01-05T08:00' },
  template: scheduleTemplateOf(deliveryTemplate(CUSTOMER)),
};

let api: TestApi;
afterEach(() => api.stop());

const create = async ({ client }: TestApi) => (await client.post<ScheduleView>(PATH, SCHEDULE)).body;
const writerOf = ({ app }: TestApi) => app.get(Database, { strict: false }).writer;
const kept = async (api: TestApi) => {
  const text = await storedText(api.databaseUrl, writerOf(api));
  return MARKS.filter((mark) => text.includes(mark));
};

it('what a schedule says of customers is in no file in clear, nor in the log, and is gone for good with it', async () => {
  api = await startTestApi({ LOG_LEVEL: 'trace' });
  const { id } = await create(api);
  const changed = { ...SCHEDULE, template: scheduleTemplateOf(deliveryTemplate({ ...CUSTOMER, priority: 'High' })) };
  await api.client.put(`${PATH}/${id}`, changed);
  await api.client.post(`${PATH}/${id}/pause`, undefined, { 'Idempotency-Key': 'key-1' });
  expect(await kept(api)).toEqual([]);
  const history = await api.client.get(`${PATH}/${id}/history`);
  expect(MARKS.filter((mark) => history.text.includes(mark))).toEqual(MARKS);
  const keyRows = () => writerOf(api).query<unknown[]>(`SELECT PersonId FROM PersonKeys WHERE PersonId = '${id}'`);
  expect(await keyRows()).toHaveLength(1);

  expect((await api.client.delete(`${PATH}/${id}`)).status).toBe(204);
  expect(await keyRows()).toEqual([]);
  const after = await api.client.get(`${PATH}/${id}/history`);
  expect(MARKS.filter((mark) => after.text.includes(mark))).toEqual([]);
  expect(MARKS.filter((mark) => JSON.stringify(api.logs).includes(mark))).toEqual([]);
  expect(await contradictions(writerOf(api))).toEqual({});
});

it('a repeat of what created a schedule that is deleted is not answered with what it said', async () => {
  api = await startTestApi();
  const first = await api.client.post<ScheduleView>(PATH, SCHEDULE, { 'Idempotency-Key': 'key-2' });
  await api.client.delete(`${PATH}/${first.body.id}`);
  const again = await api.client.post<ScheduleView>(PATH, SCHEDULE, { 'Idempotency-Key': 'key-2' });
  expect(again.body.id).not.toBe(first.body.id);
});

it('moves to a new key of the installation, and is read all the same', async () => {
  const database = createTestDatabase();
  const before = await startTestApi(keys(OLD), { ...database, drop: async () => undefined });
  const schedule = await create(before).finally(() => before.stop());
  api = await startTestApi({ WORKER: 'inline', ...keys(`${NEW},${OLD}`) }, database);
  expect((await api.app.get(RotateEncryptionKeys, { strict: false }).execute()).left).toBe(0);
  const [row] = await writerOf(api).query<{ template: string }[]>('SELECT Template AS template FROM Schedules');
  expect(row!.template).toMatch(/^v1:new:/);
  expect((await api.client.get(`${PATH}/${schedule.id}`)).body).toEqual(schedule);
});
