import { setImmediate as endOfTurn } from 'node:timers/promises';
import { BrokenCircuitError, BulkheadRejectedError } from 'cockatiel';
import { Logger } from '@nestjs/common';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { LateError } from './in-time';
import { OutboundMeter, TargetMeter } from './outbound-meter';
import { OutboundPolicy } from './outbound-policy';

const SETTINGS = {
  target: 'hooks',
  title: 'The hook',
  meanwhile: 'Nobody is told.',
  timeoutMs: 50,
  retries: 3,
  breakMs: 15_000,
  windowMs: 10_000,
  atOnce: 2,
  waiting: 1,
  isFault: (error: unknown) => (error as Error).message !== 'no',
};

let metrics: Metrics;
let policy: OutboundPolicy;
let lines: string[];
let calls: number;
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] });
  metrics = new Metrics();
  policy = new OutboundPolicy(SETTINGS, new TargetMeter(new OutboundMeter(metrics), SETTINGS));
  lines = [];
  const keep = (level: string) => (message: string) => void lines.push(`${level}: ${message}`);
  const silent = () => undefined;
  Logger.overrideLogger({ log: keep('log'), warn: keep('warn'), error: silent, debug: silent });
  calls = 0;
});
afterEach(() => jest.useRealTimers());
afterAll(() => {
  Logger.overrideLogger(false);
});

const succeed = async () => `answer ${++calls}`;
const fail = async () => {
  calls++;
  throw new Error('ill');
};
const refuse = async () => {
  calls++;
  throw new Error('no');
};
/** Cannot be stopped. */
const hang = () => {
  calls++;
  return new Promise<never>(() => undefined);
};
const hangUntilStopped = (signal: AbortSignal) => {
  calls++;
  return new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
};

/** How it ends when so much time passes. */
async function after<T>(milliseconds: number, run: Promise<T>): Promise<T | Error> {
  const end = run.catch((error: Error) => error);
  for (let passed = 0; passed <= milliseconds; passed += 10) {
    for (let turn = 0; turn < 4; turn++) await endOfTurn();
    if (passed < milliseconds) await jest.advanceTimersByTimeAsync(10);
  }
  return end;
}

async function failTimes(count: number): Promise<void> {
  for (let call = 0; call < count; call++) await policy.run(fail).catch(() => undefined);
}

async function counted(name: string, labels: Record<string, string> = {}): Promise<number | undefined> {
  const { values } = await metrics.registry.getSingleMetric(name)!.get();
  return values.find(({ labels: own }) => isWithin(own, labels))?.value;
}

function isWithin(own: object, labels: Record<string, string>): boolean {
  return Object.entries(labels).every(([label, value]) => (own as Record<string, unknown>)[label] === value);
}

const ended = (outcome: string) => counted('outbound_requests_total', { target: 'hooks', outcome });

describe('the time-out', () => {
  it('ends what does not answer, and tells it to stop', async () => {
    let stopped = false;
    const run = policy.run((signal) => {
      signal.addEventListener('abort', () => (stopped = true));
      return hang();
    });
    expect(await after(40, Promise.race([run, Promise.resolve('waits')]))).toBe('waits');
    expect(stopped).toBe(false);
    expect(await after(20, run)).toEqual(new LateError('The hook', 50, true));
    expect([stopped, await ended('timeout')]).toEqual([true, 1]);
  });

  it('counts from when the question leaves: a process that stands still has nobody to blame', async () => {
    jest.useRealTimers();
    const run = policy.run(() => new Promise((resolve) => setImmediate(() => setImmediate(resolve, 'answer'))));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120);
    expect(await run).toBe('answer');
  });
});

describe('a call that fails', () => {
  it('is not repeated unless its caller says that it may be', async () => {
    await expect(policy.run(fail)).rejects.toThrow('ill');
    expect(calls).toBe(1);
  });

  it('is repeated three times at most, after pauses that grow', async () => {
    const run = policy.run(fail, { repeats: true });
    await after(0, Promise.resolve());
    expect(calls).toBe(1);
    expect(await after(10_000, run)).toEqual(new Error('ill'));
    expect([calls, await ended('failed'), await counted('outbound_retries_total')]).toEqual([4, 4, 3]);
  });

  it('gives the answer of the attempt that succeeds', async () => {
    const run = policy.run(() => (calls < 2 ? fail() : succeed()), { repeats: true });
    expect(await after(10_000, run)).toBe('answer 3');
  });

  it('is not repeated when the failure is an answer', async () => {
    expect(await after(1_000, policy.run(refuse, { repeats: true }))).toEqual(new Error('no'));
    expect(calls).toBe(1);
  });

  it('is repeated after a time-out when it was stopped, and not beside one that goes on', async () => {
    await after(10_000, policy.run(hangUntilStopped, { repeats: true }));
    expect(calls).toBe(4);
    await after(10_000, policy.run(hang, { repeats: true }));
    expect(calls).toBe(5);
  });
});

describe('the breaker', () => {
  it('refuses when half of the calls have failed, and neither sooner nor for fewer than five', async () => {
    await policy.run(succeed);
    await policy.run(succeed);
    await failTimes(1);
    await policy.run(succeed);
    await failTimes(2);
    await expect(policy.run(succeed)).rejects.toThrow(BrokenCircuitError);
    expect(calls).toBe(6);
    expect([await ended('refused_open'), await counted('outbound_breaker_state')]).toEqual([1, 2]);
  });

  it('lets four failures pass', async () => {
    await failTimes(4);
    expect(await policy.run(succeed)).toBe('answer 5');
  });

  it('counts no answer as a failure, whatever it says', async () => {
    for (let call = 0; call < 20; call++) await expect(policy.run(refuse)).rejects.toThrow('no');
    expect(await policy.run(succeed)).toBe('answer 21');
  });

  it('lets one call try after the break, and refuses the others meanwhile', async () => {
    await failTimes(5);
    jest.advanceTimersByTime(14_990);
    await expect(policy.run(succeed)).rejects.toThrow(BrokenCircuitError);
    jest.advanceTimersByTime(10);
    let answer: (value: string) => void = () => undefined;
    const probe = policy.run(() => new Promise<string>((resolve) => (answer = resolve)));
    expect(await counted('outbound_breaker_state')).toBe(1);
    await expect(policy.run(succeed)).rejects.toThrow(BrokenCircuitError);
    answer('back');
    expect(await probe).toBe('back');
    expect(await policy.run(succeed)).toBe('answer 6');
  });

  it('begins the break anew when that one fails', async () => {
    await failTimes(5);
    jest.advanceTimersByTime(15_000);
    await failTimes(1);
    jest.advanceTimersByTime(14_990);
    await expect(policy.run(succeed)).rejects.toThrow(BrokenCircuitError);
    jest.advanceTimersByTime(10);
    expect(await policy.run(succeed)).toBe('answer 7');
  });

  it('can be told that the other side is back', async () => {
    const broken = jest.fn();
    policy.onBreak(broken);
    await failTimes(5);
    expect([policy.isBroken, broken.mock.calls.length]).toEqual([true, 1]);
    await expect(policy.probe(fail)).rejects.toThrow('ill');
    expect(policy.isBroken).toBe(true);
    await policy.probe(succeed);
    expect([policy.isBroken, await policy.run(succeed)]).toEqual([false, 'answer 8']);
  });

  it('is told of once when it opens, however often it tries, and once when it closes', async () => {
    await failTimes(5);
    for (let probe = 0; probe < 3; probe++) {
      jest.advanceTimersByTime(15_000);
      await failTimes(1);
    }
    jest.advanceTimersByTime(15_000);
    await policy.run(succeed);
    expect(lines).toEqual([
      'warn: The hook fails or does not answer in time. Nobody is told.',
      'log: The hook answers again.',
    ]);
    const changes = ['open', 'half_open', 'closed'].map((state) =>
      counted('outbound_breaker_changes_total', { state }),
    );
    expect(await Promise.all(changes)).toEqual([4, 4, 1]);
  });
});

describe('the bulkhead', () => {
  it('lets two run and one wait, and refuses the next at once', async () => {
    const runs = [policy.run(hang), policy.run(hang), policy.run(succeed)].map((run) => after(60, run));
    await expect(policy.run(succeed)).rejects.toThrow(BulkheadRejectedError);
    expect(calls).toBe(2);
    await Promise.all(runs);
    expect(await ended('refused_full')).toBe(1);
  });

  it('keeps the place of what nobody waits for any more until it has ended', async () => {
    let end = () => undefined as void;
    const slow = () => new Promise<string>((resolve) => (end = () => resolve('late')));
    await after(60, Promise.allSettled([policy.run(hang), policy.run(slow)]));
    // It waits for a place, and has no time left when it gets one.
    expect(await after(60, policy.run(succeed))).toEqual(new LateError('The hook', 50, true));
    end();
    await after(0, Promise.resolve());
    expect(calls).toBe(1);
    expect(await policy.run(succeed)).toBe('answer 2');
  });

  it('does not close the breaker when its probe finds no place', async () => {
    await failTimes(2);
    await after(60, Promise.allSettled([policy.run(hang), policy.run(hang), policy.run(hang)]));
    expect(policy.isBroken).toBe(true);
    jest.advanceTimersByTime(15_000);
    await expect(policy.run(succeed)).rejects.toThrow(BulkheadRejectedError);
    expect(policy.isBroken).toBe(true);
  });
});
