import { readSummary } from './summary';

/** As k6 1.8 writes it: a threshold is true when it was broken. */
const TEXT = JSON.stringify({
  metrics: {
    http_reqs: { count: 1200, rate: 99.5 },
    'http_req_duration{kind:cached}': { 'p(95)': 31.4, med: 2, thresholds: { 'p(95)<25': true } },
    http_req_failed: { passes: 1, fails: 1199, value: 0.0008, thresholds: { 'rate<0.001': false } },
    dropped_iterations: { count: 7, rate: 0.1, thresholds: { 'count<=10': false } },
  },
});

it('reads each threshold with its figure, and whether it was kept', () => {
  expect(readSummary(TEXT)).toEqual({
    requests: 1200,
    requestsPerSecond: 99.5,
    quiet: undefined,
    verdict: 'late',
    thresholds: [
      { metric: 'http_req_duration{kind:cached}', limit: 'p(95)<25', got: 31.4, met: false },
      { metric: 'http_req_failed', limit: 'rate<0.001', got: 0.0008, met: true },
      { metric: 'dropped_iterations', limit: 'count<=10', got: 7, met: true },
    ],
  });
});

it('is met when every threshold is', () => {
  expect(readSummary(TEXT.replace('true', 'false')).verdict).toBe('met');
});

describe('with a bare server asked beside it', () => {
  const withFloor = (isLate: boolean, more: object = {}) => {
    const floor = { 'p(95)': isLate ? 18.2 : 1.1, count: 200, thresholds: { 'p(95)<5': isLate } };
    const { metrics } = JSON.parse(TEXT) as { metrics: object };
    return readSummary(JSON.stringify({ metrics: { ...metrics, 'http_req_duration{kind:floor}': floor, ...more } }));
  };

  it('does not count that server among what is asked of the product', () => {
    const { requests, requestsPerSecond, thresholds, quiet } = withFloor(true);
    expect([requests, requestsPerSecond.toFixed(1), thresholds.length]).toEqual([1_000, '82.9', 3]);
    expect(quiet).toEqual({ metric: 'http_req_duration{kind:floor}', limit: 'p(95)<5', got: 18.2, met: false });
  });

  it('does not judge times that were missed on a busy machine', () => {
    expect(withFloor(true).verdict).toBe('not judged');
  });

  it('judges them when the bare server was in time', () => {
    expect(withFloor(false).verdict).toBe('late');
  });

  it('judges wrong answers on any machine', () => {
    const failed = { value: 0.01, thresholds: { 'rate<0.001': true } };
    expect(withFloor(true, { http_req_failed: failed }).verdict).toBe('wrong');
    expect(withFloor(true, { checks: { value: 0.9, thresholds: { 'rate>0.999': true } } }).verdict).toBe('wrong');
  });
});
