import { Logger } from '@nestjs/common';
import { MakeOccurrences } from '@fleet/application/schedules/make-occurrences';
import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { ScheduleJob } from './schedule.job';

it('makes what is due every quarter of an hour, as the same tick in every process, and says what it made', async () => {
  let time = '2026-01-31T12:00:00.000Z';
  const clock: Clock = { now: () => new Date(time) };
  const runs: string[] = [];
  const onceATick = {
    run: async (job: string, planned: Date, work: (stop: AbortSignal) => Promise<unknown>) => {
      await work(new AbortController().signal);
      runs.push(`${job} ${planned.toISOString()}`);
    },
  };
  const log = jest.spyOn(Logger.prototype, 'log').mockImplementation(() => undefined);
  const execute = jest
    .fn()
    .mockResolvedValueOnce({ made: 2, leftOut: 1, failed: 0 })
    .mockResolvedValue({ made: 0, leftOut: 0, failed: 0 });
  const job = new ScheduleJob(onceATick as unknown as OnceATick, { execute } as unknown as MakeOccurrences, clock);
  for (time of ['2026-01-31T12:14:59.999Z', '2026-01-31T12:15:00.400Z', '2026-01-31T12:15:01.000Z']) await job.tick();
  time = '2026-01-31T12:30:00.000Z';
  await job.tick();
  expect(runs).toEqual(['schedules 2026-01-31T12:15:00.000Z', 'schedules 2026-01-31T12:30:00.000Z']);
  expect(log.mock.calls).toEqual([[{ made: 2, leftOut: 1, failed: 0 }, expect.any(String)]]);
  log.mockRestore();
});
