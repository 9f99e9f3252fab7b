import { DataSource } from 'typeorm';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { Fleet } from './support/fleet';
import { expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';
import { createTestDatabase, onSqlServer } from './support/test-database';

// On SQL Server the disk is the server's own.
(onSqlServer ? describe.skip : describe)('a file that cannot be written to', () => {
  const file = createTestDatabase().url.slice('file:'.length);
  let api: TestApi;
  let fleet: Fleet;
  let writer: DataSource;
  beforeAll(async () => {
    api = await startTestApi({ DATABASE_URL: `file:${file}` });
    fleet = new Fleet(api.client);
    writer = api.app.get(Database, { strict: false }).writer;
  });
  afterAll(() => api.stop());

  const write = (model = 'Fiat Uno') => api.client.post('/api/vehicles', { plate: 'FULL-1', model, year: 2020 });

  async function expectUnavailable(): Promise<void> {
    const answer = await write();
    expectProblem(answer, 503, 'UNAVAILABLE');
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(answer.text).not.toMatch(/disk|full|readonly|sqlite/i);
    expect((await api.client.get('/api/vehicles?plate=FULL')).body.items).toEqual([]);
  }

  it('because the disk is full is UNAVAILABLE, and can be read, until there is room', async () => {
    const { id } = await fleet.vehicle();
    const [{ page_count: pages }] = await writer.query<[{ page_count: number }]>('PRAGMA page_count');
    await writer.query(`PRAGMA max_page_count = ${pages}`);
    // What is left of the last pages is used up first.
    let left = 0;
    while ((await api.client.put(`/api/vehicles/${id}`, { model: 'x', year: 2020, mileage: ++left })).status === 200);
    await expectUnavailable();
    expect((await fleet.getVehicle(id)).mileage).toBe(left - 1);
    await writer.query(`PRAGMA max_page_count = ${pages + 100_000}`);
    const { id: written, ...answer } = (await write()).body as { id: string };
    expect(answer).toMatchObject({ plate: 'FULL-1' });
    await api.client.delete(`/api/vehicles/${written}`);
  });

  it('because it may only be read is UNAVAILABLE until it may be written', async () => {
    await writer.query('PRAGMA query_only = ON');
    await expectUnavailable();
    await writer.query('PRAGMA query_only = OFF');
    await api.client.delete(`/api/vehicles/${(await write()).body.id as string}`);
  });
});
