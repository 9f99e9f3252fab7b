import { fillLists } from './support/listed-rows';
import { ALONG, LISTS } from './support/list-plans';
import { askedBy } from './support/list-requests';
import { openApiFile, operationsOf, resolve } from './support/openapi';
import { Plan, planOfSqlite } from './support/recorded-plans';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await fillLists(api, 5);
});
afterAll(() => api.stop());

/** The indexes that statements enter, in the order of their names, and whether anything is sorted. */
function entered(steps: Plan): string {
  const indexes = steps.flatMap((step) => {
    const use = /^(?:SCAN|SEARCH) (\w+)(?: EXISTS)? USING (?:COVERING )?(?:INDEX (\w+)|PRIMARY KEY)/.exec(step);
    return use ? [use[2] ?? `${use[1]}: key`] : [];
  });
  // Of a union each part is a page at most, which is sorted to be put together with the others.
  const isSorted = steps.some(
    (step, at) => step.endsWith('TEMP B-TREE FOR ORDER BY') && !/ part\d+$/.test(steps[at - 1]!),
  );
  return [...[...new Set(indexes)].sort(), ...(isSorted ? ['sorted'] : [])].join(' ');
}

// The server's plans are in lists.plans.server.spec.
(onSqlServer ? describe.skip : describe)('the plans of the embedded engine', () => {
  it.each(LISTS)('for %s', async (url, plan) => {
    for (const statements of await askedBy(api, url)) {
      const steps = (await Promise.all(statements.map((asked) => planOfSqlite(api, asked)))).flat();
      expect(steps.filter((step) => /^SCAN [A-Z]\w+$/.test(step))).toEqual([]);
      expect(entered(steps)).toBe(plan.replace(ALONG, ''));
    }
  });
});

describe('the table of plans', () => {
  const document = openApiFile();
  const lists = operationsOf(document).filter(
    ({ method, path, operation }) =>
      method === 'GET' && !path.includes('{') && operation.parameters.some(({ name }) => name === 'limit'),
  );
  const asked = (path: string) =>
    LISTS.filter(([url]) => url.startsWith(`${path}?`)).map(([url]) => new URL(url, 'http://fleet'));

  it.each(lists.map((list) => [list.path, list] as const))('has every filter and sort of %s', (path, { operation }) => {
    const missing = operation.parameters
      .filter(({ in: place, name }) => place === 'query' && name !== 'limit' && name !== 'cursor')
      .flatMap(({ name, schema }) => {
        const { enum: values } = resolve(document, schema) as { enum?: string[] };
        const isSaid = (value?: string) => asked(path).some(({ searchParams }) => isIn(searchParams, name, value));
        return name === 'sort' ? values!.filter((value) => !isSaid(value)) : isSaid() ? [] : [name];
      });
    expect(missing).toEqual([]);
  });

  it('has the status of vehicles with each of their sorts', () => {
    const sorts = asked('/api/vehicles').filter(({ searchParams }) => searchParams.has('status'));
    expect(new Set(sorts.map(({ searchParams }) => searchParams.get('sort'))).size).toBe(9);
  });
});

function isIn(parameters: URLSearchParams, name: string, value?: string): boolean {
  return value === undefined ? parameters.has(name) : parameters.get(name) === value;
}
