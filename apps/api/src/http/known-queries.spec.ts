import { KnownQueries } from './known-queries';

class OneList {
  limit: string;
}
class AnotherList extends OneList {}

let queries: KnownQueries;
let reads: number;
beforeEach(() => {
  queries = new KnownQueries();
  reads = 0;
});

function get(queryClass: typeof OneList, query: Record<string, unknown>): object {
  return queries.get(queryClass, query, () => ({ ...query, reads: ++reads }));
}

it('reads the same query once', () => {
  const first = get(OneList, { limit: '50' });
  expect(get(OneList, { limit: '50' })).toBe(first);
  expect(reads).toBe(1);
});

it.each([{ limit: '5' }, { limit: ['50'] }, { limit: '50', sort: 'plate' }, {}])('tells %j from another', (other) => {
  get(OneList, { limit: '50' });
  expect(get(OneList, other)).toEqual({ ...other, reads: 2 });
});

it('tells the same query of two lists apart', () => {
  get(OneList, { limit: '50' });
  expect(get(AnotherList, { limit: '50' })).toMatchObject({ reads: 2 });
});

it('remembers nothing of a query that is refused', () => {
  const refuse = () => {
    reads++;
    throw new Error('refused');
  };
  const ask = () => queries.get(OneList, { limit: 'x' }, refuse);
  expect(ask).toThrow('refused');
  expect(ask).toThrow('refused');
  expect(reads).toBe(2);
});

it('remembers no more than some, and no long ones: strangers could make up queries without end', () => {
  get(OneList, { plate: 'first' });
  for (let other = 0; other < 100; other++) get(OneList, { plate: String(other) });
  expect(get(OneList, { plate: 'first' })).toMatchObject({ reads: 102 });
  const long = { q: 'x'.repeat(500) };
  get(OneList, long);
  expect(get(OneList, long)).toMatchObject({ reads: 104 });
});

it('lets nobody change what others are given', () => {
  const query = get(OneList, { limit: '50' }) as { limit: string };
  expect(() => (query.limit = '200')).toThrow(TypeError);
});
