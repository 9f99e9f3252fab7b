import { Page } from '@fleet/application/shared/page';
import { Fleet } from './support/fleet';
import { cursorOf } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

/** A model for every character that some engine or some pattern could take for more than itself. */
const MODELS = [
  '100% gas',
  '10_0 gas',
  '[abc] gas',
  "O'Brien",
  'say "hi"',
  'back\\slash',
  'car🚗',
  '🚗 car',
  'Citroën',
  '日本 車',
];

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  const fleet = new Fleet(api.client);
  for (const model of MODELS) await fleet.vehicle({ model });
  await fleet.vehicle({ plate: 'AB-1', model: 'plain' });
  await fleet.vehicle({ plate: 'AB-2', model: 'plain' });
});
afterAll(() => api.stop());

const get = (query: Record<string, string>) =>
  api.client.get<Page<{ model: string; plate: string }>>(`/api/vehicles?${new URLSearchParams(query).toString()}`);

async function found(query: Record<string, string>): Promise<string[]> {
  const { status, body } = await get({ ...query, limit: '200' });
  expect(status).toBe(200);
  return body.items.map(({ model }) => model).sort();
}

describe('a text filter', () => {
  it.each([
    ['100%', ['100% gas']],
    ['%', []],
    ['10_', ['10_0 gas']],
    ['_', []],
    ['[abc]', ['[abc] gas']],
    ['[', ['[abc] gas']],
    ['[a-z]', []],
    ["o'brien", ["O'Brien"]],
    ["'", []],
    ["o' OR '1'='1", []],
    ['"hi"', ['say "hi"']],
    ['back\\', ['back\\slash']],
    ['\\', []],
    ['gas', ['100% gas', '10_0 gas', '[abc] gas']],
    ['gas%', []],
    ['car', ['car🚗', '🚗 car']],
    ['🚗', ['🚗 car']],
    ['\u{1f696}', []],
    ['\ud7ff', []],
    ['\uffff', []],
    ['\u{10ffff}', []],
    ['\u{1ffff}', []],
    ['car🚗', ['car🚗']],
    ['CITROEN', ['Citroën']],
    ['日本', ['日本 車']],
    ['日', ['日本 車']],
    ['*', []],
    ['?', []],
    [';', []],
    ['--', []],
  ])('takes %j as it stands', async (q, models) => {
    expect(await found({ q })).toEqual(models);
  });

  it.each([
    ['ab-', 2],
    [' ab-1 ', 1],
    ['AB-1', 1],
    ['ab_', 0],
    ['ab%', 0],
    ['%', 0],
    ['_', 0],
    ['[a]', 0],
    ["'", 0],
    ['🚗', 0],
  ])('of a prefix takes %j as it stands', async (plate, count) => {
    expect(await found({ plate })).toHaveLength(count);
  });

  it.each(['a\0b', '\0', 'a\u0001', '\u007f'])('refuses %j, which no text has', async (text) => {
    expectFaultsOf(await get({ q: text, plate: text }), 'q', 'plate');
  });

  it.each(['%ED%A0%80', '%ED%B0%80', '%C3%28'])('does not fail on %s, which is no UTF-8', async (bytes) => {
    const { status } = await api.client.get(`/api/vehicles?q=${bytes}`);
    expect([200, 400]).toContain(status);
  });

  it('refuses more than 2,000 characters', async () => {
    expectFaultsOf(await get({ q: 'a'.repeat(2_001) }), 'q');
    expect(await found({ q: 'a'.repeat(2_000) })).toEqual([]);
  });

  it('takes 20 different words and not one more', async () => {
    const words = Array.from({ length: 20 }, (_, index) => `w${index}`).join(' ');
    expect(await found({ q: `${words} W1` })).toEqual([]);
    expectFaultsOf(await get({ q: `${words} other` }), 'q');
    expectFaultsOf(await api.client.get(`/api/drivers?q=${encodeURIComponent(`${words} other`)}`), 'q');
  });

  it('that is blank is none', async () => {
    expect(await found({ q: ' ', plate: '', status: '' })).toHaveLength(MODELS.length + 2);
  });
});

describe('an instant', () => {
  it.each([
    'yesterday',
    '2026-13-01',
    '2026-02-30',
    '2026-01-01T00:00:00',
    '2026-01-01 00:00:00Z',
    '2026-01-01T25:00:00Z',
    '20260101',
    '1767225600',
    '2026-01-01T00:00:00+99:00',
    "2026-01-01'",
  ])('written as %s is refused', async (instant) => {
    expectFaultsOf(await get({ maintenanceDueBefore: instant }), 'maintenanceDueBefore');
  });

  it.each(['1900-01-01', '9999-12-31T23:59:59.999Z', '2026-01-01T00:00Z', '2026-01-01T00:00:00.123456789-03:00'])(
    'written as %s is taken',
    async (instant) => {
      expect((await get({ maintenanceDueBefore: instant })).status).toBe(200);
    },
  );
});

describe('a cursor', () => {
  it.each([
    ['another sort', 'sort=plate', 'sort=createdAt'],
    ['the other direction', 'sort=plate', 'sort=-plate'],
    ['no filter', 'q=plain', ''],
    ['another filter', 'q=plain', 'q=gas'],
    ['one filter more', 'q=plain', 'q=plain&status=Available'],
  ])('of one query is refused by one with %s', async (_, own, other) => {
    const cursor = await cursorOf(api.client, `/api/vehicles?${own}`);
    expect((await api.client.get(`/api/vehicles?${own}&cursor=${cursor}`)).status).toBe(200);
    expectProblem(await api.client.get(`/api/vehicles?${other}&cursor=${cursor}`), 400, 'INVALID_CURSOR');
  });

  it('goes on with another limit', async () => {
    const cursor = await cursorOf(api.client, '/api/vehicles?q=plain');
    const { body } = await api.client.get<Page<{ plate: string }>>(`/api/vehicles?q=plain&limit=7&cursor=${cursor}`);
    expect(body.items.map(({ plate }) => plate)).toEqual(['AB-2']);
  });
});

describe('an enumeration', () => {
  it.each(['available', 'AVAILABLE', 'Retired', '0', "Available'"])('does not know %s', async (status) => {
    expectFaultsOf(await get({ status }), 'status');
  });

  it.each(['model', 'PLATE', '--plate', '+plate', 'plate,createdAt', 'Id; DROP TABLE Vehicles'])(
    'of sorts does not know %s',
    async (sort) => {
      expectFaultsOf(await get({ sort }), 'sort');
    },
  );
});
