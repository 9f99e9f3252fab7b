/** `stopped`: told to end early; `passed_over`: another run has the tick. */
export type JobOutcome = 'done' | 'failed' | 'stopped' | 'passed_over';

/** Counts and times the runs of jobs. */
export abstract class JobMeter {
  abstract ran(job: string, outcome: JobOutcome, milliseconds: number): void;
}
