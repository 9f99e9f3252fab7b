import { Logger } from '@nestjs/common';
import { RotateEncryptionKeys } from '@fleet/application/shared/rotate-encryption-keys';
import { KeyRotationJob } from './key-rotation.job';
import { OnceATick } from './once-a-tick';
import { Work } from './under-lease';

const at = (text: string) => new Date(`2026-01-31T${text}Z`);

/** A job in a process that got the lease, over keys of which so much is moved and left. */
function scene(moved: number, left: number) {
  const ticks: [string, Date][] = [];
  const stops: (AbortSignal | undefined)[] = [];
  const onceATick = {
    run: async (name: string, planned: Date, work: Work) => {
      ticks.push([name, planned]);
      await work(new AbortController().signal);
    },
  } as unknown as OnceATick;
  const rotate = {
    execute: async (stop?: AbortSignal) => {
      stops.push(stop);
      return { moved, left };
    },
  } as unknown as RotateEncryptionKeys;
  const clock = { time: at('12:00:00.000'), now: () => clock.time };
  return { ticks, stops, clock, job: new KeyRotationJob(onceATick, rotate, clock) };
}

let logged: jest.SpyInstance;
beforeEach(() => {
  logged = jest.spyOn(Logger.prototype, 'log').mockReturnValue();
});
afterEach(() => jest.restoreAllMocks());

describe('KeyRotationJob', () => {
  it('runs once an hour, at an instant that is the same in every process, and can be stopped', async () => {
    const { ticks, stops, clock, job } = scene(0, 0);
    await job.tick();
    expect(ticks).toEqual([]);
    clock.time = at('12:17:00.300');
    await job.tick();
    await job.tick();
    clock.time = at('13:17:00.000');
    await job.tick();
    expect(ticks).toEqual([at('12:17:00.000'), at('13:17:00.000')].map((planned) => ['key-rotation', planned]));
    expect(stops.every((stop) => stop instanceof AbortSignal)).toBe(true);
  });

  it.each([
    [0, 0, 0],
    [5, 0, 1],
    [0, 3, 1],
  ])(
    'says so when %i values were moved and %i are left, and nothing when there was nothing to do',
    async (moved, left, times) => {
      const { clock, job } = scene(moved, left);
      clock.time = at('12:17:00.000');
      await job.tick();
      expect(logged).toHaveBeenCalledTimes(times);
    },
  );
});
