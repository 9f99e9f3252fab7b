import { Logger } from '@nestjs/common';
import { BrokenCircuitError, BulkheadRejectedError, CircuitState } from 'cockatiel';
import { Counter, Gauge } from 'prom-client';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { LateError } from './in-time';

const OUTCOMES = ['ok', 'failed', 'timeout', 'refused_open', 'refused_full'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Closed, half open and open, as the gauge numbers them. */
const STATES: Partial<Record<CircuitState, { readonly name: string; readonly value: number }>> = {
  [CircuitState.Closed]: { name: 'closed', value: 0 },
  [CircuitState.HalfOpen]: { name: 'half_open', value: 1 },
  [CircuitState.Open]: { name: 'open', value: 2 },
};

/** Counts what leaves the process, by target. */
export class OutboundMeter {
  readonly requests: Counter<'target' | 'outcome'>;
  readonly retries: Counter<'target'>;
  readonly dropped: Counter<'target'>;
  readonly state: Gauge<'target'>;
  readonly changes: Counter<'target' | 'state'>;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.requests = new Counter({
      name: 'outbound_requests_total',
      help: 'Attempts to call something outside of the process, by how they ended.',
      labelNames: ['target', 'outcome'],
      registers,
    });
    this.retries = new Counter({
      name: 'outbound_retries_total',
      help: 'Attempts that repeated one that had failed.',
      labelNames: ['target'],
      registers,
    });
    this.dropped = new Counter({
      name: 'outbound_dropped_total',
      help: 'Log lines and spans that could not be delivered and were given up.',
      labelNames: ['target'],
      registers,
    });
    this.state = new Gauge({
      name: 'outbound_breaker_state',
      help: 'Whether calls go through: 0 they do, 1 one of them tries whether they would, 2 they are refused.',
      labelNames: ['target'],
      registers,
      // Of several workers the worst: a sum of states says nothing.
      aggregator: 'max',
    });
    this.changes = new Counter({
      name: 'outbound_breaker_changes_total',
      help: 'Changes of the breaker to each of its states.',
      labelNames: ['target', 'state'],
      registers,
    });
  }
}

export interface MeteredTarget {
  readonly target: string;
  readonly title: string;
  readonly meanwhile: string;
}

/** Counts the calls of one target, and logs when it goes and when it is back. */
export class TargetMeter {
  private readonly logger = new Logger('Outbound');
  private readonly outcomes: Record<Outcome, Counter.Internal>;
  private readonly retries: Counter.Internal;
  private readonly dropped: Counter.Internal;
  private away = false;

  constructor(
    private readonly meter: OutboundMeter,
    private readonly settings: MeteredTarget,
  ) {
    const { target } = settings;
    const counters = OUTCOMES.map((outcome) => [outcome, meter.requests.labels({ target, outcome })] as const);
    this.outcomes = Object.fromEntries(counters) as Record<Outcome, Counter.Internal>;
    this.retries = meter.retries.labels({ target });
    this.dropped = meter.dropped.labels({ target });
    for (const counter of [...Object.values(this.outcomes), this.retries, this.dropped]) counter.inc(0);
    meter.state.set({ target }, 0);
    for (const { name } of Object.values(STATES)) meter.changes.inc({ target, state: name }, 0);
  }

  answered(): void {
    this.outcomes.ok.inc();
  }

  failed(error: unknown): void {
    this.outcomes[outcomeOf(error)].inc();
  }

  repeated(): void {
    this.retries.inc();
  }

  gaveUp(count: number): void {
    this.dropped.inc(count);
  }

  changed(state: CircuitState): void {
    const { target } = this.settings;
    const { name, value } = STATES[state]!;
    this.meter.state.set({ target }, value);
    this.meter.changes.inc({ target, state: name });
    if (state === CircuitState.Open && !this.away) this.tellAway();
    if (state === CircuitState.Closed) this.tellBack();
  }

  private tellAway(): void {
    this.away = true;
    this.logger.warn(`${this.settings.title} fails or does not answer in time. ${this.settings.meanwhile}`);
  }

  private tellBack(): void {
    this.away = false;
    this.logger.log(`${this.settings.title} answers again.`);
  }
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof LateError) return 'timeout';
  if (error instanceof BrokenCircuitError) return 'refused_open';
  if (error instanceof BulkheadRejectedError) return 'refused_full';
  return 'failed';
}
