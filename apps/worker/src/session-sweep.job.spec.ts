import { SweepSessions } from '@fleet/application/identity/sweep-sessions';
import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { SessionSweepJob } from './session-sweep.job';

it('sweeps once an hour, as the same tick in every process', async () => {
  let time = '2026-01-31T12:00:00.000Z';
  const clock: Clock = { now: () => new Date(time) };
  const runs: string[] = [];
  const onceATick = {
    run: async (job: string, planned: Date, work: (stop: AbortSignal) => Promise<unknown>) => {
      await work(new AbortController().signal);
      runs.push(`${job} ${planned.toISOString()}`);
    },
  };
  const execute = jest.fn();
  const job = new SessionSweepJob(onceATick as unknown as OnceATick, { execute } as unknown as SweepSessions, clock);
  for (time of ['2026-01-31T12:36:59.999Z', '2026-01-31T12:37:00.400Z', '2026-01-31T12:37:01.000Z']) await job.tick();
  time = '2026-01-31T13:37:00.000Z';
  await job.tick();
  expect(runs).toEqual(['session-sweep 2026-01-31T12:37:00.000Z', 'session-sweep 2026-01-31T13:37:00.000Z']);
  expect(execute).toHaveBeenCalledTimes(2);
});
