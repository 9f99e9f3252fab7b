import { Page } from '@fleet/application/shared/page';
import { Fleet } from './support/fleet';
import { cursorOf } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

const LISTS = [
  '/api/vehicles',
  '/api/vehicles/available',
  '/api/drivers',
  '/api/drivers/available',
  '/api/maintenance',
  '/api/maintenance/upcoming',
  '/api/trips',
  '/api/trips/active',
];

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
  for (let count = 0; count < 3; count++) {
    await fleet.vehicle({ lastMaintenanceDate: '2020-01-01' });
    await fleet.driver();
    const { vehicleId } = await fleet.trip();
    await api.client.post('/api/maintenance', { vehicleId, date: '2026-01-01', description: 'Oil', cost: 1 });
  }
});
afterAll(() => api.stop());

const get = (path: string) => api.client.get<Page<{ id: string }>>(path);

describe.each(LISTS)('GET %s', (list) => {
  it.each([
    'color=red',
    'Limit=1',
    'page=2',
    'filter[plate]=A',
    '__proto__=1',
    'constructor=1',
    'toString=1',
    'limit[]=1',
  ])('does not know the parameter in ?%s', async (query) => {
    const answer = await get(`${list}?${query}`);
    expectFaultsOf(answer, query.split('=')[0]!);
  });

  it('takes a parameter once', async () => {
    for (const [query, field] of [
      ['limit=1&limit=2', 'limit'],
      ['limit=1&limit=1', 'limit'],
      ['cursor=a&cursor=b', 'cursor'],
    ]) {
      const { status, body } = await api.client.get(`${list}?${query}`);
      expect([status, body.errors]).toEqual([400, [{ field, message: 'must be given once' }]]);
    }
  });

  it.each(['0', '201', '-1', '1.5', 'abc', '1e2', '0x10', '10 000', '99999999999999999999', '%00', 'null'])(
    'refuses limit=%s',
    async (limit) => {
      expectFaultsOf(await get(`${list}?limit=${limit}`), 'limit');
    },
  );

  it('takes a limit from 1 to 200, and a blank one for none', async () => {
    expect((await get(`${list}?limit=1`)).body.items).toHaveLength(1);
    const whole = (await get(`${list}?limit=200`)).body;
    expect(whole.items.length).toBeGreaterThan(1);
    for (const blank of ['?limit=', '?limit=%20', '?limit', '?cursor=', '?', '?&']) {
      expect((await get(list + blank)).body).toEqual(whole);
    }
  });

  it('goes on where the page before it ended', async () => {
    const cursor = await cursorOf(api.client, list);
    const [first, second, both] = [
      await get(`${list}?limit=1`),
      await get(`${list}?limit=1&cursor=${cursor}`),
      await get(`${list}?limit=2`),
    ];
    expect([...first.body.items, ...second.body.items]).toEqual(both.body.items);
  });

  it.each(['a', '%00', '%F0%9F%9A%97', 'bnVsbA', 'W10', 'e30', 'WzEsMiwzXQ', '../etc', '[]', "';--"])(
    'refuses the cursor %s',
    async (cursor) => {
      const answer = await get(`${list}?cursor=${cursor}`);
      // What no text may hold is refused as such.
      if (cursor === '%00') expectFaultsOf(answer, 'cursor');
      else expectProblem(answer, 400, 'INVALID_CURSOR');
    },
  );

  it('refuses a cursor of more than 1,000 characters', async () => {
    expectFaultsOf(await get(`${list}?cursor=${'a'.repeat(1_001)}`), 'cursor');
  });

  it('refuses the cursor of every other list', async () => {
    const cursor = await cursorOf(api.client, list);
    for (const other of LISTS.filter((path) => path !== list)) {
      expectProblem(await get(`${other}?cursor=${cursor}`), 400, 'INVALID_CURSOR');
    }
  });

  it('refuses a cursor that was tampered with', async () => {
    const [scope, value, id] = decode(await cursorOf(api.client, list));
    for (const parts of tampered(scope, value, id)) {
      const answer = await get(`${list}?cursor=${encode(parts)}`);
      expect([JSON.stringify(parts), answer.status, answer.body]).toEqual([
        JSON.stringify(parts),
        400,
        expect.objectContaining({ code: 'INVALID_CURSOR' }),
      ]);
    }
  });

  it('stands every value of the right type in a cursor', async () => {
    const [scope, value, id] = decode(await cursorOf(api.client, list));
    const extremes = typeof value === 'number' ? [-1, 2 ** 53 - 1] : instantOrText(String(value));
    for (const extreme of extremes) {
      const { status } = await get(`${list}?cursor=${encode([scope, extreme, id])}`);
      expect([extreme, [200, 400].includes(status)]).toEqual([extreme, true]);
    }
  });
});

function decode(cursor: string): [unknown, unknown, unknown] {
  return JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown, unknown];
}

function encode(parts: unknown): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function tampered(scope: unknown, value: unknown, id: unknown): unknown[] {
  const wrong = [null, true, {}, [], ['a'], { a: 1 }, typeof value === 'number' ? 'a' : 1, 1.5, 1e300];
  return [
    ...wrong.map((other) => [scope, other, id]),
    ...[...wrong, 'not-an-id', `${String(id)}'`, String(id).toUpperCase().replace(/\d/, 'A')].map((other) => [
      scope,
      value,
      other,
    ]),
    ['other', value, id],
    [null, value, id],
    [scope, value],
    [scope, value, id, id],
    [scope, 'a\0b', id],
    { scope, value, id },
  ];
}

function instantOrText(value: string): string[] {
  return /^\d{4}-/.test(value)
    ? ['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '2026-02-30T00:00:00.000Z', '9999-99-99T99:99:99.999Z']
    : ['', "'", '%', '😀', '\ud83d', 'x'.repeat(500)];
}
