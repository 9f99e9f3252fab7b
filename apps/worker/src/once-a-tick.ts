import { BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { ActionContext } from '@fleet/application/shared/action-context';
import { JobMeter, JobOutcome } from '@fleet/application/shared/job-meter';
import { Leases } from '@fleet/application/shared/lease';
import { Tracing } from '@fleet/application/shared/tracing';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { underLease, Work } from './under-lease';

/** A process that has not been heard of for this long counts as dead. */
const LEASE_TTL_MS = 10_000;

/** A run that is going on when the process stops may finish for this long. */
const LONGEST_FINISH_MS = 10_000;

interface Run {
  readonly stop: AbortController;
  readonly end: Promise<void>;
}

/** Runs a job's work in one of any number of processes at each tick. A run that fails is logged and harms nobody else. */
@Injectable()
export class OnceATick implements BeforeApplicationShutdown {
  private readonly logger = new Logger(OnceATick.name);
  private readonly runs = new Set<Run>();
  private stopping = false;

  constructor(
    private readonly leases: Leases,
    private readonly context: ActionContext,
    private readonly ids: IdGenerator,
    private readonly meter: JobMeter,
    private readonly tracing: Tracing,
  ) {}

  /** @param planned when the tick was due; the same instant in every process */
  async run(job: string, planned: Date, work: Work): Promise<void> {
    if (this.stopping) return;
    const stop = new AbortController();
    const action = { actor: 'system', correlationId: this.ids.next() };
    const follow = () => this.tracing.follow(`job ${job}`, () => this.tryTo(job, planned, work, stop));
    const run = { stop, end: this.context.run(action, follow) };
    this.runs.add(run);
    await run.end;
    this.runs.delete(run);
  }

  /** The database is still open here. @nestjs/schedule stops its clocks in this phase too, in an order of its own. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    const stopAll = () => this.runs.forEach(({ stop }) => stop.abort(new Error('the process is stopping')));
    const patience = setTimeout(stopAll, LONGEST_FINISH_MS);
    await Promise.all([...this.runs].map(({ end }) => end));
    clearTimeout(patience);
  }

  private async tryTo(job: string, planned: Date, work: Work, stop: AbortController): Promise<void> {
    const tick = planned.toISOString();
    const start = performance.now();
    const ended = (outcome: JobOutcome) => this.meter.ran(job, outcome, performance.now() - start);
    try {
      const did = await underLease(
        this.leases,
        { name: job, epoch: planned.getTime() / 1000, ttl: LEASE_TTL_MS },
        stop,
        work,
      );
      ended(did ? 'done' : 'passed_over');
      this.logger.debug(
        { job, tick },
        did ? 'Job done' : 'Job passed over: another run has the lease, or has had this tick',
      );
    } catch (error) {
      ended(stop.signal.aborted ? 'stopped' : 'failed');
      if (stop.signal.aborted) this.logger.warn({ job, tick }, `Job stopped: ${(stop.signal.reason as Error).message}`);
      else this.logger.error({ job, tick, err: error }, 'Job failed; the next tick tries again');
    }
  }
}
