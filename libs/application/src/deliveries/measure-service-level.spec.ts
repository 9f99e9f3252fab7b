import { later } from '@fleet/tests/builders/later';
import { NOW } from '@fleet/tests/builders/moments';
import { InvalidCursorError } from '@fleet/application/shared/application-error';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { MeasureServiceLevel } from './measure-service-level';
import { LateCount, ServiceLevelGroup, ServiceLevelQueries } from './service-level.queries';

const DAY = 24 * 60;
const [FROM, TO] = [later(NOW, -30 * DAY), NOW];

/** Counts that come in the order in which a test gives them. */
class GivenCounts extends ServiceLevelQueries {
  constructor(private readonly counts: readonly LateCount[]) {
    super();
  }

  async *count(): AsyncGenerator<LateCount> {
    yield* this.counts;
  }

  async names(_by: ServiceLevelGroup, samples: ReadonlyMap<string, string>): Promise<Map<string, string | null>> {
    return new Map([...samples].map(([key, sampleId]) => [key, `${key} by ${sampleId}`]));
  }
}

const counted = (key: string, lateMinutes: number | null, count = 1, sampleId = 's1'): LateCount => {
  return { key, lateMinutes, count, sampleId };
};
const measure = (...counts: LateCount[]) => new MeasureServiceLevel(new GivenCounts(counts));
const request = { from: FROM, to: TO, limit: 2 };

describe('a service level', () => {
  it('takes for in time what came at the promised instant or before, and shares of what was promised alone', async () => {
    const { total, groups } = await measure(
      counted('', 0, 2),
      counted('', -5),
      counted('', 1),
      counted('', null, 6),
    ).execute(request);
    expect(total).toMatchObject({ deliveries: 10, promised: 4, onTime: 3, onTimeShare: 0.75 });
    expect(groups).toBeNull();
  });

  it('says nothing of what was never promised', async () => {
    const nothing = { promised: 0, onTime: 0, onTimeShare: null, medianLateMinutes: null, p95LateMinutes: null };
    expect((await measure(counted('', null, 3)).execute(request)).total).toEqual({ deliveries: 3, ...nothing });
    expect((await measure().execute(request)).total).toEqual({ deliveries: 0, ...nothing });
  });

  it.each([
    [[7], 7, 7],
    [[1, 2], 1, 2],
    [[3, 1, 2], 2, 3],
    [[10, 2, 9, -4], 2, 10],
    [Array.from({ length: 20 }, (_, i) => i + 1), 10, 19],
    [Array.from({ length: 21 }, (_, i) => i + 1), 11, 20],
  ])('has percentiles of the nearest rank: %j', async (late, median, p95) => {
    const { total } = await measure(...late.map((one) => counted('', one))).execute(request);
    expect(total).toMatchObject({ medianLateMinutes: median, p95LateMinutes: p95 });
  });
});

describe('the groups of a service level', () => {
  const scattered = [
    counted('d', 4), counted('b', 1), counted('e', 5), counted('a', 0, 1, 's2'), counted('c', 3), counted('b', 2),
    counted('a', 9, 3), counted('', 8),
  ]; // prettier-ignore

  it('come page by page in the order of their keys, each whole, beside the total of all', async () => {
    const keys: (string | null)[] = [];
    let cursor: string | undefined;
    do {
      const { groups, total } = await measure(...scattered).execute({ ...request, by: 'driver', cursor });
      keys.push(...groups!.items.map(({ key }) => key));
      expect(total.deliveries).toBe(10);
      cursor = groups!.nextCursor ?? undefined;
    } while (cursor);
    expect(keys).toEqual([null, 'a', 'b', 'c', 'd', 'e']);
    const { groups } = await measure(...scattered).execute({ ...request, limit: 6, by: 'driver' });
    expect(groups!.items[1]).toEqual({
      key: 'a',
      name: 'a by s2',
      deliveries: 4,
      promised: 4,
      onTime: 1,
      onTimeShare: 0.25,
      medianLateMinutes: 9,
      p95LateMinutes: 9,
    });
    expect(groups!.nextCursor).toBeNull();
  });

  it('have cursors that are good for them alone', async () => {
    const { groups } = await measure(...scattered).execute({ ...request, by: 'driver' });
    const cursor = groups!.nextCursor!;
    const service = measure(...scattered);
    await expect(service.execute({ ...request, by: 'route', cursor })).rejects.toThrow(InvalidCursorError);
    await expect(service.execute({ ...request, by: 'driver', from: later(FROM, 1), cursor })).rejects.toThrow(
      InvalidCursorError,
    );
    await expect(service.execute({ ...request, by: 'driver', cursor: `${cursor}x` })).rejects.toThrow(
      InvalidCursorError,
    );
    await expect(service.execute({ ...request, by: 'driver', cursor: 'x' })).rejects.toThrow(InvalidCursorError);
  });
});

describe('the range of a service level', () => {
  it('ends after it begins, and is not longer than a year', async () => {
    const at = (from: Date, to: Date) => measure().execute({ from, to, limit: 1 });
    await expect(at(FROM, FROM)).rejects.toThrow(InvalidFieldsError);
    await expect(at(TO, FROM)).rejects.toThrow(InvalidFieldsError);
    await expect(at(FROM, later(FROM, 366 * DAY + 1))).rejects.toThrow(InvalidFieldsError);
    await expect(at(FROM, later(FROM, 366 * DAY))).resolves.toBeDefined();
  });
});
