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
    met: false,
    thresholds: [
      { metric: 'http_req_duration{kind:cached}', limit: 'p(95)<25', got: 31.4, met: false },
      { metric: 'http_req_failed', limit: 'rate<0.001', got: 0.0008, met: true },
      { metric: 'dropped_iterations', limit: 'count<=10', got: 7, met: true },
    ],
  });
});

it('is met when every threshold is', () => {
  expect(readSummary(TEXT.replace('true', 'false')).met).toBe(true);
});
