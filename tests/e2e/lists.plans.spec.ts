import { fillLists } from './support/listed-rows';
import { ALONG, PLANS } from './support/list-plans';
import { openApiFile, operationsOf, resolve } from './support/openapi';
import { Plan, recordedPlans } from './support/recorded-plans';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

interface Page {
  /** Not in the answers that are no list alone. */
  readonly nextCursor?: string | null;
}

const CASES = Object.entries(PLANS).flatMap(([path, queries]) =>
  queries.flatMap(([query, plan]) => inBothDirections(query).map((one) => [`${path}?${one}`, plan] as const)),
);

/** SQL Server plans by statistics, so it gets enough rows to have some. */
const ROWS = onSqlServer ? 20_000 : 5;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await fillLists(api, ROWS);
});
afterAll(() => api.stop());

function inBothDirections(query: string): string[] {
  return query.includes('±') ? [query.replace('±', ''), query.replace('±', '-')] : [query];
}

/** The plans of all that the first page asks for, and of all that the page after it does, if there is one. */
async function plansOf(url: string): Promise<Plan[][]> {
  const ask = async (cursor: string) => {
    let next: string | null | undefined;
    const plans = await recordedPlans(api, async () => {
      const { status, body } = await api.client.get<Page>(`${url}&limit=1${cursor}`);
      expect(status).toBe(200);
      next = body.nextCursor;
    });
    return { plans, next };
  };
  const first = await ask('');
  return !first.next ? [first.plans] : [first.plans, (await ask(`&cursor=${first.next}`)).plans];
}

/** The indexes that statements enter, in the order of their names, and whether anything is sorted. */
function entered(plans: readonly Plan[]): string {
  const steps = plans.flatMap((plan) => plan.steps);
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

(onSqlServer ? describe.skip : describe)('the plans of the embedded engine', () => {
  it.each(CASES)('for %s', async (url, plan) => {
    for (const page of await plansOf(url)) {
      expect(page.flatMap(({ steps }) => steps).filter((step) => /^SCAN [A-Z]\w+$/.test(step))).toEqual([]);
      expect(entered(page)).toBe(plan.replace(ALONG, ''));
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
    CASES.filter(([url]) => url.startsWith(`${path}?`)).map(([url]) => new URL(url, 'http://fleet'));

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
