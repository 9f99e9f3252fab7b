import { randomUUID } from 'node:crypto';
import { ApiKeyView, NewApiKeyView } from '@fleet/application/identity/api-key.view';
import { Clock } from '@fleet/domain/shared/clock';
import { SCOPES } from '@fleet/domain/identity/permissions';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Statements } from '@fleet/infrastructure/shared/database/statements';
import { actorOf } from './support/callers';
import { eventsOf } from './support/event-log';
import { listedIds } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let clock: jest.SpyInstance<Date>;
let offset = 0;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(() => {
  offset = 0;
  clock = jest.spyOn(api.app.get(Clock, { strict: false }), 'now');
  clock.mockImplementation(() => new Date(Date.now() + offset));
});
afterEach(() => clock.mockRestore());
afterAll(() => api.stop());

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const valid = { name: 'Route planner', scopes: ['vehicles:read'] };

async function create(fields: object = {}): Promise<NewApiKeyView> {
  const { status, body, text } = await api.client.post<NewApiKeyView>('/api/api-keys', { ...valid, ...fields });
  if (status !== 201) throw new Error(`The key was answered with ${status}: ${text}`);
  return body;
}
const call = (key: string) => api.client.as({ 'X-Api-Key': key }).get('/api/vehicles');
const read = async (id: string) => (await api.client.get<ApiKeyView>(`/api/api-keys/${id}`)).body;

describe('POST /api/api-keys', () => {
  it('shows the key this once', async () => {
    const answer = await api.client.post<NewApiKeyView>('/api/api-keys', { ...valid, expiresAt: '2999-01-01' });
    const { key, ...view } = answer.body;
    expect(answer.status).toBe(201);
    expect(key).toMatch(/^fm_live_[\w-]{43}[0-9a-z]{7}$/);
    expect(view).toEqual({
      id: expect.stringMatching(UUID) as string,
      ...valid,
      prefix: key.slice(0, 12),
      expiresAt: '2999-01-01T00:00:00.000Z',
      revokedAt: null,
      lastUsedAt: null,
      createdBy: (await actorOf(api.client)).replace('user:', ''),
      version: 1,
      createdAt: expect.stringMatching(INSTANT) as string,
      updatedAt: view.createdAt,
    });
    expect(answer.headers.get('location')).toBe(`/api/api-keys/${view.id}`);
    expect(await read(view.id)).toEqual(view);
    expect(await listedIds(api.client, '/api/api-keys')).toContain(view.id);
    const rows = await api.app.get(Database, { strict: false }).writer.query<unknown>('SELECT * FROM ApiKeys');
    expect(JSON.stringify([rows, await eventsOf(api, view.id)])).not.toContain(key.slice(13));
  });

  it.each<[string, object, string[]]>([
    ['nothing', { name: undefined, scopes: undefined }, ['name', 'scopes']],
    ['no scope', { scopes: [] }, ['scopes']],
    ['an unknown scope', { scopes: ['vehicles:read', 'vehicles:drive'] }, ['scopes']],
    ['a scope twice', { scopes: ['trips:end', 'trips:end'] }, ['scopes']],
    ['the right to make users', { scopes: ['users:manage'] }, ['scopes']],
    ['the right to make keys', { scopes: ['api-keys:manage'] }, ['scopes']],
    ['text for scopes', { scopes: 'vehicles:read' }, ['scopes']],
    ['an end in the past', { expiresAt: '2020-01-01' }, ['expiresAt']],
    ['a key', { key: 'fm_live_x' }, ['key']],
  ])('refuses %s', async (_, fields, faults) => {
    expectFaultsOf(await api.client.post('/api/api-keys', { ...valid, ...fields }), ...faults);
  });

  it('takes every scope', async () => expect((await create({ scopes: SCOPES })).scopes).toEqual(SCOPES));
});

describe('a key', () => {
  it('is good for its scopes', async () => {
    const { key } = await create();
    expect((await call(key)).status).toBe(200);
    const service = api.client.as({ 'X-Api-Key': key });
    expectProblem(await service.get('/api/drivers'), 403, 'FORBIDDEN');
    expectProblem(await service.get('/api/auth/me'), 403, 'FORBIDDEN');
  });

  it('that was revoked is good for nothing, at once; it stays in the list', async () => {
    const { id, key } = await create();
    expect((await call(key)).status).toBe(200);
    const revoke = (headers = {}) => api.client.delete(`/api/api-keys/${id}`, headers);
    expectProblem(await revoke({ 'If-Match': '"2"' }), 412, 'VERSION_MISMATCH');
    for (const headers of [{ 'If-Match': '"1"' }, {}]) expect((await revoke(headers)).status).toBe(204);
    expectProblem(await call(key), 401, 'UNAUTHENTICATED');
    expect(await read(id)).toMatchObject({ revokedAt: expect.stringMatching(INSTANT) as string, version: 2 });
    expect((await eventsOf(api, id)).map(({ type }) => type)).toEqual(['ApiKeyCreated', 'ApiKeyRevoked']);
  });

  it('is good until it expires, however well it is known', async () => {
    const { key } = await create({ expiresAt: new Date(Date.now() + 60_000).toISOString() });
    expect((await call(key)).status).toBe(200);
    offset = 60_000;
    expectProblem(await call(key), 401, 'UNAUTHENTICATED');
  });

  it('that is misspelt, or that nobody has, is none', async () => {
    const { key } = await create();
    const wrong = (key.endsWith('0') ? '1' : '0') + key.slice(0, -1);
    for (const other of ['x', key.slice(0, -1), key.toUpperCase(), wrong]) {
      expectProblem(await call(other), 401, 'UNAUTHENTICATED');
    }
  });

  it('costs no look at the database when it is malformed, and one when it is good, for a while', async () => {
    const { key } = await create();
    const query = jest.spyOn(api.app.get(PrimaryDatabase, { strict: false }), 'query');
    const looks = () => query.mock.calls.filter(([text]) => text.includes('FROM ApiKeys')).length;
    for (let place = 0; place < key.length; place += 7) {
      const misspelt = key.slice(0, place) + (key[place] === 'q' ? 'r' : 'q') + key.slice(place + 1);
      expectProblem(await call(misspelt), 401, 'UNAUTHENTICATED');
    }
    expect(looks()).toBe(0);
    await Promise.all(Array.from({ length: 20 }, () => call(key)));
    expect(looks()).toBe(1);
    query.mockRestore();
  });

  it('knows when it was last used, to the minute, and that is no change of it', async () => {
    const { id, key } = await create();
    const used = async (after: string | null) => {
      await call(key);
      await until(
        async () => (await read(id)).lastUsedAt !== after,
        () => 'The use was not written down.',
      );
      return (await read(id)).lastUsedAt!;
    };
    const first = await used(null);
    offset = 59_000;
    await call(key);
    offset = 61_000;
    const second = await used(first);
    expect(Date.parse(second) - Date.parse(first)).toBeGreaterThanOrEqual(60_000);
    expect((await read(id)).version).toBe(1);
  });

  it('is good although nobody can write down that it is used', async () => {
    const { id, key } = await create();
    const change = jest.spyOn(api.app.get(Statements, { strict: false }), 'change');
    change.mockRejectedValue(new Error('The disk is full.'));
    expect((await call(key)).status).toBe(200);
    await until(
      async () => api.logs.some(({ apiKey }) => apiKey === id),
      () => 'The log does not say that it failed.',
    );
    change.mockRestore();
    expect((await read(id)).lastUsedAt).toBeNull();
  });
});

it('knows no other', async () => {
  const path = `/api/api-keys/${randomUUID()}`;
  expectProblem(await api.client.get(path), 404, 'API_KEY_NOT_FOUND');
  expectProblem(await api.client.delete(path), 404, 'API_KEY_NOT_FOUND');
});
