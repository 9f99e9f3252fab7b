/** What an answer may take: 95 of 100 within these milliseconds. */
export const PROMISE = { cached: 25, uncached: 120, write: 85 };
const MOST_FAILED = 0.001;
const MOST_DROPPED = 0.001;

/** Asked beside the load of a bare server on the same machine: when that is late too, times say nothing about the product. */
const QUIET = 5;
const PROBES_A_SECOND = 20;

/** So many requests arrive each second, whatever the answers take: a request that is late does not hold the next one back. */
function arrivals(exec, iterations, duration) {
  return {
    executor: 'constant-arrival-rate',
    exec,
    // k6 takes whole numbers: a share of a small rate is said by the minute.
    rate: Math.round(iterations * 60),
    timeUnit: '1m',
    duration,
    preAllocatedVUs: Math.ceil(iterations / 2) + 10,
    gracefulStop: '30s',
  };
}

function seconds(duration) {
  const found = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(duration);
  if (!found || duration === '') throw new Error(`DURATION is written as 1h30m, 10m or 20s, not ${duration}.`);
  const [, h = 0, m = 0, s = 0] = found;
  return Number(h) * 3600 + Number(m) * 60 + Number(s);
}

/**
 * 70 % reads, 20 % questions who is free, 10 % writes, a trip being two of them. `RATE` (requests a second) and `DURATION` take
 * the place of what the script has.
 */
export function mixture(script) {
  const rate = Number(__ENV.RATE || script.rate);
  const duration = __ENV.DURATION || script.duration;
  const promised = __ENV.FLOOR_URL ? { ...script.promise, floor: QUIET } : script.promise;
  const limits = Object.entries(promised).map(([kind, limit]) => [
    `http_req_duration{kind:${kind}}`,
    [`p(95)<${limit}`],
  ]);
  return {
    scenarios: {
      ...(__ENV.FLOOR_URL && { floor: arrivals('askFloor', PROBES_A_SECOND, duration) }),
      reads: arrivals('read', rate * 0.7, duration),
      availability: arrivals('askWhoIsFree', rate * 0.2, duration),
      changes: arrivals('changeFleet', rate * 0.05, duration),
      trips: arrivals('drive', rate * 0.025, duration),
    },
    thresholds: {
      ...Object.fromEntries(limits),
      http_req_failed: [`rate<${MOST_FAILED}`],
      checks: [`rate>${1 - MOST_FAILED}`],
      dropped_iterations: [`count<=${Math.floor(rate * seconds(duration) * MOST_DROPPED)}`],
    },
    summaryTrendStats: ['med', 'p(95)', 'p(99)', 'max', 'count'],
    discardResponseBodies: true,
  };
}
