import { Environment } from '@fleet/infrastructure/shared/config/environment';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { isFaultOfFiles } from './file-faults';
import { OutboundMeter, TargetMeter } from './outbound-meter';
import { OutboundPolicy } from './outbound-policy';
import { OutboundSettings } from './outbound-settings';

const WINDOW_MS = 10_000;
/** Thousands of calls a second: a second of them tells enough, and each that is late costs its caller the time. */
const REDIS_WINDOW_MS = 1_000;
/** Commands share one connection, so that many at once cost Redis little; a line behind it would cost the callers. */
const REDIS_AT_ONCE = 1_000;
/** For each call that runs, so many may wait for it. */
const WAITING_FOR_EACH = 50;

export type OutboundTarget = 'redis' | 'files' | 'seq' | 'traces';

type OwnSettings = Omit<OutboundSettings, 'target'>;

/** What this process calls outside of itself, beside the database: one policy for each. One object a process. */
export class Outbound {
  private readonly settings: Record<OutboundTarget, OwnSettings>;
  private readonly policies = new Map<OutboundTarget, OutboundPolicy>();
  private readonly meter: OutboundMeter;

  constructor(environment: Environment, metrics: Metrics) {
    this.settings = settingsOf(environment);
    this.meter = new OutboundMeter(metrics);
  }

  /** The same one, however often it is asked for. */
  policy(target: OutboundTarget): OutboundPolicy {
    let policy = this.policies.get(target);
    if (!policy) {
      const settings = { target, ...this.settings[target] };
      policy = new OutboundPolicy(settings, new TargetMeter(this.meter, settings));
      this.policies.set(target, policy);
    }
    return policy;
  }
}

function settingsOf(environment: Environment): Record<OutboundTarget, OwnSettings> {
  const { OUTBOUND_CONCURRENCY, REDIS_TIMEOUT_MS } = environment;
  const usual = {
    timeoutMs: environment.OUTBOUND_TIMEOUT_MS,
    retries: environment.OUTBOUND_RETRIES,
    breakMs: environment.OUTBOUND_BREAK_MS,
    windowMs: WINDOW_MS,
    atOnce: OUTBOUND_CONCURRENCY,
    waiting: OUTBOUND_CONCURRENCY * WAITING_FOR_EACH,
    isFault: () => true,
  };
  return {
    redis: {
      ...usual,
      title: 'Redis',
      meanwhile:
        'Answers come from memory and the database, and limits are counted without it, until it answers again.',
      timeoutMs: REDIS_TIMEOUT_MS,
      // A miss costs less than asking again.
      retries: 0,
      windowMs: REDIS_WINDOW_MS,
      atOnce: REDIS_AT_ONCE,
      waiting: 0,
    },
    files: {
      ...usual,
      title: 'The file store',
      meanwhile: 'Photos and signatures are refused with 503 until it answers again.',
      isFault: isFaultOfFiles,
    },
    seq: {
      ...usual,
      title: 'Seq',
      meanwhile: 'Log lines wait for it, up to a bound, and the ones beyond that go to standard output alone.',
    },
    traces: {
      ...usual,
      title: 'The collector of traces',
      meanwhile: 'Spans are dropped until it answers again.',
    },
  };
}
