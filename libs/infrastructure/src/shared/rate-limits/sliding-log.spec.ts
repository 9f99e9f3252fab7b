import { Quota } from '@fleet/application/shared/rate-limiter';
import { SlidingLog } from './sliding-log';

const LIMIT = { requests: 3, seconds: 10 };

let now: number;
let log: SlidingLog;
beforeEach(() => {
  now = 1_000_000;
  log = new SlidingLog(LIMIT, () => now, 5);
});

/** Asks so many times and says how many passed. */
function passed(key: string, times: number): number {
  return Array.from({ length: times }, () => log.consume(key)).filter(({ allowed }) => allowed).length;
}

describe('a sliding log', () => {
  it('lets the limit pass and says what is left', () => {
    const quotas = Array.from({ length: 4 }, () => log.consume('a'));
    const left = ({ allowed, remaining }: Quota) => [allowed, remaining];
    expect(quotas.map(left)).toEqual([
      [true, 2],
      [true, 1],
      [true, 0],
      [false, 0],
    ]);
    expect(quotas[0]).toEqual({ allowed: true, limit: 3, seconds: 10, remaining: 2, resetSeconds: 10 });
  });

  it('slides: no stretch has more, wherever it begins', () => {
    expect(passed('a', 1)).toBe(1);
    now += 9_999;
    expect(passed('a', 9)).toBe(2);
    // A window that began anew would let three pass here.
    now += 1;
    expect(passed('a', 9)).toBe(1);
    now += 9_998;
    expect(passed('a', 9)).toBe(0);
    now += 1;
    expect(passed('a', 9)).toBe(2);
  });

  it('has no stretch with more under a load without a pattern', () => {
    const instants: number[] = [];
    for (let request = 0; request < 2_000; request++) {
      now += (request * 7_919) % 4_001;
      if (log.consume('a').allowed) instants.push(now);
    }
    const tooMany = instants.filter((instant, at) => at >= 3 && instant - instants[at - 3]! < 10_000);
    expect([tooMany, instants.length > 500]).toEqual([[], true]);
  });

  it('does not count what it refuses', () => {
    passed('a', 3);
    now += 5_000;
    expect(passed('a', 50)).toBe(0);
    now += 5_000;
    expect(passed('a', 50)).toBe(3);
  });

  it('says when there is room again, in whole seconds', () => {
    log.consume('a');
    now += 2_500;
    expect([log.consume('a').resetSeconds, log.consume('a').resetSeconds]).toEqual([8, 8]);
    now += 7_499;
    expect(log.consume('a').resetSeconds).toBe(1);
    now += 1;
    expect(log.consume('a')).toMatchObject({ allowed: true, remaining: 0, resetSeconds: 3 });
  });

  it('counts every caller alone', () => {
    expect([passed('a', 9), passed('b', 9), passed('a', 9)]).toEqual([3, 3, 0]);
  });

  it('counts what somebody else has let pass, and never beyond the limit', () => {
    for (let count = 0; count < 2; count++) log.note('a');
    expect(passed('a', 9)).toBe(1);
    for (let count = 0; count < 9; count++) log.note('a');
    now += 10_000;
    expect(passed('a', 9)).toBe(3);
  });

  it('keeps as many callers as it may, and those that were heard of last', () => {
    passed('a', 3);
    for (let other = 0; other < 1_000; other++) {
      log.consume(`flood-${other}`);
      expect(passed('a', 1)).toBe(0);
    }
    expect(log.size).toBe(5);
  });

  it('forgets callers that have gone quiet', () => {
    log = new SlidingLog(LIMIT, () => now);
    for (let caller = 0; caller < 100; caller++) log.consume(`early-${caller}`);
    now += 10_000;
    for (let caller = 0; caller < 50; caller++) log.consume(`late-${caller}`);
    expect(log.size).toBe(50);
  });

  it('works on with limits that are large', () => {
    log = new SlidingLog({ requests: 100_000, seconds: 1 }, () => now);
    let count = 0;
    for (let request = 0; request < 300_000; request++, now += 0.005) if (log.consume('a').allowed) count++;
    expect(count).toBe(200_000);
  });
});
