import { SweepIdempotencyKeys } from '@fleet/application/shared/idempotency/sweep-idempotency-keys';
import { Clock } from '@fleet/domain/shared/clock';
import { IdempotencySweepJob } from './idempotency-sweep.job';
import { OnceATick } from './once-a-tick';
import { Work } from './under-lease';

describe('IdempotencySweepJob', () => {
  it('sweeps once an hour, as the run of that hour, and hands on the signal to stop', async () => {
    let now = new Date('2026-01-31T12:56:59.900Z');
    const runs: string[] = [];
    const stops: unknown[] = [];
    const stop = new AbortController().signal;
    const onceATick = {
      run: async (job: string, planned: Date, work: Work) => {
        runs.push(`${job} ${planned.toISOString()}`);
        await work(stop);
      },
    } as unknown as OnceATick;
    const sweep = { execute: async (signal?: AbortSignal) => stops.push(signal) } as unknown as SweepIdempotencyKeys;
    const job = new IdempotencySweepJob(onceATick, sweep, { now: () => now } satisfies Clock);
    await job.tick();
    for (const time of ['12:57:00.004Z', '12:57:00.900Z', '13:57:01.000Z']) {
      now = new Date(`2026-01-31T${time}`);
      await job.tick();
    }
    expect(runs).toEqual(['12', '13'].map((hour) => `idempotency-sweep 2026-01-31T${hour}:57:00.000Z`));
    expect(stops).toEqual([stop, stop]);
  });
});
