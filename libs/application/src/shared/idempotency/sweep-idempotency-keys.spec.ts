import { FixedClock, SingleTry } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { ANSWERS_KEPT_MS, IdempotencyKeys } from './idempotency-keys';
import { SweepIdempotencyKeys } from './sweep-idempotency-keys';

function scene(rows: number) {
  const asked: string[] = [];
  let left = rows;
  const sweep = async (since: Date, limit: number) => {
    asked.push(`${since.toISOString()} ${limit}`);
    const swept = Math.min(left, limit);
    left -= swept;
    return swept;
  };
  const keys = { sweep } as unknown as IdempotencyKeys;
  return { asked, left: () => left, sweep: new SweepIdempotencyKeys(new SingleTry(), keys, new FixedClock()) };
}

const BATCH = `${new Date(NOW.getTime() - ANSWERS_KEPT_MS).toISOString()} 1000`;

describe('SweepIdempotencyKeys', () => {
  it.each([
    [0, 1],
    [999, 1],
    [1_000, 2],
    [2_500, 3],
  ])('drops %i answers in %i batches', async (rows, batches) => {
    const { asked, left, sweep } = scene(rows);
    expect(await sweep.execute()).toBe(rows);
    expect([left(), asked]).toEqual([0, Array<string>(batches).fill(BATCH)]);
  });

  it('stops before the next batch when it is told to', async () => {
    const { left, sweep } = scene(5_000);
    const stop = new AbortController();
    const run = sweep.execute(stop.signal);
    stop.abort(new Error('enough'));
    await expect(run).rejects.toThrow('enough');
    expect(left()).toBe(4_000);
  });
});
