import { Logger } from '@nestjs/common';
import { SweepFiles } from '@fleet/application/shared/uploads/sweep-files';
import { Clock } from '@fleet/domain/shared/clock';
import { FileSweepJob } from './file-sweep.job';
import { OnceATick } from './once-a-tick';
import { Work } from './under-lease';

afterEach(() => jest.restoreAllMocks());

it('sweeps once an hour, as the run of that hour, hands on the signal to stop, and says how many files went', async () => {
  let time = '12:00:00.000';
  const clock: Clock = { now: () => new Date(`2026-01-31T${time}Z`) };
  const runs: string[] = [];
  const stop = new AbortController().signal;
  const run = async (job: string, planned: Date, work: Work) => {
    runs.push(`${job} ${planned.toISOString()}`);
    await work(stop);
  };
  const logged = jest.spyOn(Logger.prototype, 'log').mockReturnValue();
  const execute = jest.fn().mockResolvedValueOnce(3).mockResolvedValueOnce(0);
  const job = new FileSweepJob({ run } as unknown as OnceATick, { execute } as unknown as SweepFiles, clock);
  for (time of ['12:06:59.999', '12:07:00.400', '12:07:01.000', '13:07:00.000']) await job.tick();
  expect(runs).toEqual(['12', '13'].map((hour) => `file-sweep 2026-01-31T${hour}:07:00.000Z`));
  expect(execute.mock.calls).toEqual([[stop], [stop]]);
  expect(logged.mock.calls).toEqual([[{ swept: 3 }, 'Files that nothing knows of were deleted']]);
});
