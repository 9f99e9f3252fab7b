/**
 * Groups what comes one by one into batches of `size`, the last one smaller. Before each batch the event loop gets a
 * turn, because a long stream of work must not keep everybody else waiting. When `items` fails, what was gathered is
 * not given out.
 */
export async function* inBatches<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    if (batch.push(item) < size) continue;
    yield await afterOthers(batch);
    batch = [];
  }
  if (batch.length > 0) yield await afterOthers(batch);
}

function afterOthers<T>(value: T): Promise<T> {
  return new Promise((resolve) => setImmediate(resolve, value));
}
