import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram } from 'prom-client';
import { JobMeter, JobOutcome } from '@fleet/application/shared/job-meter';
import { Clock } from '@fleet/domain/shared/clock';
import { Metrics } from './metrics';

const BOUNDS = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300];

/** What jobs do in this process. */
@Injectable()
export class JobFigures extends JobMeter {
  private readonly runs: Counter<'job' | 'outcome'>;
  private readonly durations: Histogram<'job'>;
  private readonly lastSuccess: Gauge<'job'>;

  constructor(
    { registry }: Metrics,
    private readonly clock: Clock,
  ) {
    super();
    const registers = [registry];
    this.runs = new Counter({
      name: 'job_runs_total',
      help: 'Ticks of jobs, by what became of them here.',
      labelNames: ['job', 'outcome'],
      registers,
    });
    this.durations = new Histogram({
      name: 'job_duration_seconds',
      help: 'How long jobs ran, however they ended.',
      labelNames: ['job'],
      buckets: BOUNDS,
      registers,
    });
    this.lastSuccess = new Gauge({
      name: 'job_last_success_timestamp_seconds',
      help: 'When this process last had a job done, in Unix time.',
      labelNames: ['job'],
      registers,
      aggregator: 'max',
    });
  }

  ran(job: string, outcome: JobOutcome, milliseconds: number): void {
    this.runs.inc({ job, outcome });
    if (outcome === 'passed_over') return;
    this.durations.observe({ job }, milliseconds / 1000);
    if (outcome === 'done') this.lastSuccess.set({ job }, this.clock.now().getTime() / 1000);
  }
}
