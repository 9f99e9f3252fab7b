import { inBatches } from './in-batches';

async function* upTo(last: number, end?: Error): AsyncGenerator<number> {
  for (let number = 1; number <= last; number++) yield number;
  if (end) throw end;
}

describe('inBatches', () => {
  it.each([
    [0, []],
    [3, [[1, 2, 3]]],
    [4, [[1, 2, 3], [4]]],
  ])('groups %i items by three', async (count, expected) => {
    const batches: number[][] = [];
    for await (const batch of inBatches(upTo(count), 3)) batches.push(batch);
    expect(batches).toEqual(expected);
  });

  it('lets the event loop turn before each batch', async () => {
    const order: string[] = [];
    const others = () => setImmediate(() => order.push('others'));
    others();
    for await (const batch of inBatches(upTo(4), 2)) {
      order.push(`batch of ${batch[0]}`);
      others();
    }
    expect(order).toEqual(['others', 'batch of 1', 'others', 'batch of 3']);
  });

  it('keeps back what was gathered when the items fail', async () => {
    const batches: number[][] = [];
    const failing = async () => {
      for await (const batch of inBatches(upTo(5, new Error('broken')), 3)) batches.push(batch);
    };
    await expect(failing()).rejects.toThrow('broken');
    expect(batches).toEqual([[1, 2, 3]]);
  });
});
