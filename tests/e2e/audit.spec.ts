import { randomUUID } from 'node:crypto';
import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import { Page } from '@fleet/application/shared/page';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { actorOf } from './support/callers';
import { Fleet } from './support/fleet';
import { cursorOf, readPages } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { insertRow, Row, ROWS } from './support/rows';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

/** Writes an event past the product, and gives its id. */
async function event(changes: Row = {}): Promise<string> {
  const row = { ...ROWS.EventLog!(), ...changes };
  await insertRow(api.app.get(Database, { strict: false }).writer, 'EventLog', row);
  return row.EventId as string;
}

async function entries(query: string): Promise<AuditEntry[]> {
  return (await readPages<AuditEntry>(api.client, `/api/audit?${query}`, 2)).flat();
}

const idsOf = async (query: string) => (await entries(query)).map(({ id }) => id);

describe('an entry', () => {
  it('says who did what, when and from where, and each changed field before and after', async () => {
    const before = new Date().toISOString();
    const { id, mileage } = await fleet.vehicle({ mileage: 100 });
    const headers = { 'X-Request-Id': 'ABCDEF01-2345-6789-ABCD-EF0123456789' };
    const changes = { model: 'Fiat Uno', year: 2022, mileage: mileage + 5 };
    await api.client.put(`/api/vehicles/${id}`, changes, headers);
    const [changed, registered] = await entries(`entity=Vehicle&entityId=${id}`);
    expect(changed).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      occurredAt: expect.any(String) as string,
      actor: await actorOf(api.client),
      entity: 'Vehicle',
      entityId: id,
      action: 'VehicleDetailsChanged',
      version: 2,
      requestId: headers['X-Request-Id'],
      address: expect.stringMatching(/127\.0\.0\.1$/) as string,
      changes: [
        { field: 'model', before: 'Fiat Strada', after: 'Fiat Uno', erased: false },
        { field: 'mileage', before: 100, after: 105, erased: false },
      ],
    });
    expect(changed!.occurredAt >= before && changed!.occurredAt <= new Date().toISOString()).toBe(true);
    expect(registered).toMatchObject({ action: 'VehicleRegistered', version: 1 });
    expect(registered!.changes).toContainEqual({ field: 'mileage', before: null, after: 100, erased: false });
  });

  it('has nothing before where nobody wrote it down, and no address where there was none', async () => {
    const Actor = `user:${randomUUID()}`;
    await event({ Actor, StreamVersion: 2, Payload: '{"status":"InUse"}', Type: 'VehicleTripStarted' });
    expect(await entries(`actor=${Actor}`)).toMatchObject([
      { actor: Actor, address: null, changes: [{ field: 'status', before: null, after: 'InUse', erased: false }] },
    ]);
  });
});

describe('the filter', () => {
  const [StreamId, Actor] = [randomUUID(), `key:${randomUUID()}`];
  let administrator: string, first: string, second: string, third: string;
  beforeAll(async () => {
    [administrator] = (await idsOf('action=UserRegistered')) as [string];
    const common = { Stream: 'User', StreamId, Actor };
    first = await event({ ...common, Type: 'UserCreated', OccurredAt: '2020-01-01T00:00:00.000Z' });
    second = await event({ ...common, StreamVersion: 2, Type: 'RoleChanged', OccurredAt: '2020-01-01T00:00:00.001Z' });
    third = await event({ Actor, Stream: 'ApiKey', Type: 'RoleChanged', OccurredAt: '2020-01-02T00:00:00.000Z' });
    await event({ Stream: 'ApiKey', Type: 'ApiKeyRevoked', OccurredAt: '2019-12-31T23:59:59.999Z' });
  });

  it.each([
    ['entity', () => `entity=User`, () => [administrator, second, first]],
    ['entityId', () => `entityId=${StreamId.toUpperCase()}`, () => [second, first]],
    ['entity and entityId', () => `entity=User&entityId=${StreamId}`, () => [second, first]],
    ['another entity and entityId', () => `entity=ApiKey&entityId=${StreamId}`, () => []],
    ['actor', () => `actor=${Actor}`, () => [third, second, first]],
    ['a part of an actor', () => `actor=key:`, () => []],
    ['an actor in another case', () => `actor=${Actor.toUpperCase()}`, () => []],
    ['action', () => `action=RoleChanged`, () => [third, second]],
    ['from, with it', () => `from=2020-01-01T00:00:00.001Z&to=2020-02-01`, () => [third, second]],
    ['to, without it', () => `actor=${Actor}&to=2020-01-01T00:00:00.001Z`, () => [first]],
    ['all of them', () => `entity=User&entityId=${StreamId}&actor=${Actor}&action=UserCreated&from=2020-01-01&to=2021-01-01`, () => [first]], // prettier-ignore
    ['blank ones', () => `entity=&entityId=&actor=${Actor}&action=&from=&to=`, () => [third, second, first]],
  ])('%s gives what satisfies it, the latest first', async (_, query, expected) => {
    expect(await idsOf(query())).toEqual(expected());
  });

  it.each([
    ['entity=Car', 'entity'],
    ['entity=vehicle', 'entity'],
    ['entityId=7', 'entityId'],
    ['from=yesterday', 'from'],
    ['to=2020-02-30', 'to'],
    ['limit=201', 'limit'],
    ['sort=actor', 'sort'],
    ['actor=a&actor=b', 'actor'],
  ])('%s is refused', async (query, field) => {
    expectFaultsOf(await api.client.get(`/api/audit?${query}`), field);
  });
});

describe('the pages', () => {
  const OccurredAt = '2018-01-01T00:00:00.000Z';
  let written: string[];
  beforeAll(async () => {
    written = [];
    for (let count = 0; count < 5; count++) written.push(await event({ OccurredAt, Stream: 'Trip' }));
  });

  it('hold every entry once, though all of them happened at one instant: what was written last is in front', async () => {
    const pages = await readPages<AuditEntry>(api.client, '/api/audit?to=2018-01-02', 2);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat().map(({ id }) => id)).toEqual([...written].reverse());
  });

  it('of the whole log hold all of it in one order', async () => {
    const all = (await readPages<AuditEntry>(api.client, '/api/audit', 3)).flat();
    const { body } = await api.client.get<Page<AuditEntry>>('/api/audit?limit=200');
    expect(all).toEqual(body.items);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const instants = all.map(({ occurredAt }) => occurredAt);
    expect(instants).toEqual([...instants].sort().reverse());
  });

  it('take a cursor of the same filters alone', async () => {
    const cursor = await cursorOf(api.client, '/api/audit?to=2018-01-02');
    for (const query of ['to=2018-01-03', 'to=2018-01-02&entity=Trip', '']) {
      expectProblem(await api.client.get(`/api/audit?${query}&cursor=${cursor}`), 400, 'INVALID_CURSOR');
    }
    const { id } = await fleet.vehicle();
    await api.client.put(`/api/vehicles/${id}`, { model: 'Fiat Uno', year: 2020, mileage: 0 });
    const versions = await cursorOf(api.client, `/api/audit?entity=Vehicle&entityId=${id}`);
    expectProblem(await api.client.get(`/api/vehicles/${id}/history?cursor=${versions}`), 400, 'INVALID_CURSOR');
  });

  it.each([
    ['another kind of tie', (parts: unknown[]) => [...parts.slice(0, 2), 'x']],
    ['a tie that is no whole number', (parts: unknown[]) => [...parts.slice(0, 2), 1.5]],
    ['no tie', (parts: unknown[]) => parts.slice(0, 2)],
    ['more than the two', (parts: unknown[]) => [...parts, 1]],
  ])('refuse a cursor with %s', async (_, change) => {
    const cursor = await cursorOf(api.client, '/api/audit');
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const broken = Buffer.from(JSON.stringify(change(parts))).toString('base64url');
    expectProblem(await api.client.get(`/api/audit?cursor=${broken}`), 400, 'INVALID_CURSOR');
  });
});

describe('the second page enters the index', () => {
  const [StreamId, Actor] = [randomUUID(), `user:${randomUUID()}`];
  const TIE = 'OccurredAt=? AND rowid<?';
  beforeAll(async () => {
    for (const StreamVersion of [1, 2]) await event({ StreamId, Actor, StreamVersion });
  });

  // One engine's plan is enough to read: both are told the index by its name.
  (onSqlServer ? it.skip : it).each([
    ['', `IX_EventLog_OccurredAt (${TIE})`],
    ['entity=Vehicle', `IX_EventLog_Stream (Stream=? AND ${TIE})`],
    ['action=VehicleRegistered&entity=Vehicle', `IX_EventLog_Type (Type=? AND ${TIE})`],
    [`actor=${Actor}&action=VehicleRegistered`, `IX_EventLog_Actor (Actor=? AND ${TIE})`],
    [`actor=${Actor}&from=2020-01-01&to=2030-01-01`, `IX_EventLog_Actor (Actor=? AND ${TIE})`],
    [`entityId=${StreamId}&actor=${Actor}`, 'UQ_EventLog_StreamVersion (Stream=? AND StreamId=?)'],
    [`entity=Vehicle&entityId=${StreamId}&from=2020-01-01`, 'UQ_EventLog_StreamVersion (Stream=? AND StreamId=? AND StreamVersion<?)'], // prettier-ignore
  ])('with %j: %s', async (query, expected) => {
    const database = api.app.get(ReadDatabase, { strict: false });
    const cursor = await cursorOf(api.client, `/api/audit?${query}`);
    const asked = jest.spyOn(database, 'query');
    await api.client.get(`/api/audit?${query}&cursor=${cursor}`);
    const [sql, parameters] = asked.mock.calls[0]!;
    asked.mockRestore();
    const plan = await database.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
    expect(plan.map(({ detail }) => detail)).toContain(`SEARCH EventLog USING INDEX ${expected}`);
    expect(plan.filter(({ detail }) => detail.startsWith('SCAN EventLog'))).toEqual([]);
  });
});
