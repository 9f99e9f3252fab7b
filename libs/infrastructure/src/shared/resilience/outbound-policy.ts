import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ExponentialBackoff,
  handleWhen,
  IBackoff,
  retry,
  SamplingBreaker,
} from 'cockatiel';
import { InTime, LateError } from './in-time';
import { TargetMeter } from './outbound-meter';
import { OutboundSettings } from './outbound-settings';

/** The share of calls that must fail for the others to be spared. */
const BROKEN_AT = 0.5;
/** Fewer calls than these in the window say nothing. */
const FEWEST_CALLS = 5;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

export interface OutboundCall {
  /** Doing it twice is as good as once. */
  readonly repeats?: boolean;
}

/**
 * How this process calls one thing outside that may be away, slow or gone: each attempt has its time; so many run at once
 * and so many wait; a breaker spares the rest when half of them fail, and lets one probe through after the break; what may
 * be repeated is, with growing pauses that are jittered.
 */
export class OutboundPolicy {
  private readonly inTime: InTime;
  private readonly breaker;
  private readonly bulkhead;
  private readonly retry;
  private probing = false;

  constructor(
    private readonly settings: OutboundSettings,
    private readonly meter: TargetMeter,
  ) {
    const { title, timeoutMs, retries, windowMs, atOnce, waiting } = settings;
    this.inTime = new InTime(title, timeoutMs);
    this.bulkhead = bulkhead(atOnce, waiting);
    this.breaker = circuitBreaker(
      handleWhen((error) => this.speaksAgainst(error)),
      {
        halfOpenAfter: this.pause(),
        breaker: new SamplingBreaker({
          // The library breaks above its threshold; half is enough.
          threshold: BROKEN_AT - Number.EPSILON,
          duration: windowMs,
          minimumRps: (FEWEST_CALLS * 1_000) / windowMs,
        }),
      },
    );
    this.breaker.onStateChange((state) => this.meter.changed(state));
    this.retry = retry(
      handleWhen((error) => this.mayBeRepeated(error)),
      {
        maxAttempts: retries,
        backoff: new ExponentialBackoff({ initialDelay: FIRST_PAUSE_MS, maxDelay: LONGEST_PAUSE_MS }),
      },
    );
    this.retry.onRetry(() => this.meter.repeated());
  }

  /** How long one attempt may take, in milliseconds. */
  get timeoutMs(): number {
    return this.settings.timeoutMs;
  }

  /** Whether calls are refused for now. */
  get isBroken(): boolean {
    return this.breaker.state !== CircuitState.Closed;
  }

  /** @param listener is called when the breaker opens */
  onBreak(listener: () => void): void {
    this.breaker.onBreak(listener);
  }

  /**
   * @param work is told by its signal that nobody waits for it any more
   * @throws LateError when there was no answer in time
   * @throws BrokenCircuitError, BulkheadRejectedError at once while calls are refused
   * @throws Error that the last attempt failed with
   */
  run<T>(work: (signal: AbortSignal) => Promise<T>, { repeats = false }: OutboundCall = {}): Promise<T> {
    return repeats ? this.retry.execute(() => this.attempt(work)) : this.attempt(work);
  }

  /** Tries it before the break is over: something tells that the other side is back. */
  async probe<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.probing = true;
    try {
      return await this.attempt(work);
    } finally {
      this.probing = false;
    }
  }

  /** Counts what could not be delivered and is kept no longer. */
  gaveUp(count: number): void {
    this.meter.gaveUp(count);
  }

  private async attempt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      // Of those that come while one is trying, none waits to see how that ends.
      if (this.breaker.state === CircuitState.HalfOpen) throw new BrokenCircuitError();
      const answer = await this.breaker.execute(() => this.inLine(work));
      this.meter.answered();
      return answer;
    } catch (error) {
      this.meter.failed(error);
      throw error;
    }
  }

  /** Its place is taken until it has really ended, whether or not somebody still waits for it. */
  private inLine<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const stop = new AbortController();
    return this.inTime.wait(
      this.bulkhead.execute(() => work(stop.signal), stop.signal),
      stop,
    );
  }

  private speaksAgainst(error: unknown): boolean {
    // No place for the probe: what hung before hangs still. Otherwise it tells of many callers, and not of the other side.
    if (error instanceof BulkheadRejectedError) return this.breaker.state === CircuitState.HalfOpen;
    return this.settings.isFault(error);
  }

  private mayBeRepeated(error: unknown): boolean {
    if (error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError) return false;
    return this.settings.isFault(error) && !(error instanceof LateError && error.goesOn);
  }

  /** The break: over at once when there is a probe. */
  private pause(): IBackoff<unknown> {
    const { breakMs } = this.settings;
    const isProbing = () => this.probing;
    const backoff: IBackoff<unknown> = {
      get duration() {
        return isProbing() ? 0 : breakMs;
      },
      next: () => backoff,
    };
    return backoff;
  }
}
