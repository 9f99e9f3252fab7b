import { Logger } from '@nestjs/common';
import { EventSeals, SealedBatch } from '@fleet/application/audit/event-seals';
import { Clock } from '@fleet/domain/shared/clock';
import { EventSealingJob } from './event-sealing.job';
import { OnceATick } from './once-a-tick';
import { Work } from './under-lease';

const START = Date.parse('2026-01-31T12:00:30.000Z');

class MovingClock extends Clock {
  time = START;

  now(): Date {
    return new Date(this.time);
  }
}

class Batches extends EventSeals {
  constructor(private readonly positions: readonly number[]) {
    super();
  }

  async *seal(): AsyncGenerator<SealedBatch> {
    for (const position of this.positions) yield { position, hash: `hash ${position}`, events: 500 };
  }
}

/** A job whose runs have the lease, its clock, and the ticks that it has had. */
function job(positions: readonly number[], stop = new AbortController()) {
  const clock = new MovingClock();
  const ticks: string[] = [];
  const run = async (name: string, planned: Date, work: Work) => {
    ticks.push(`${name} ${planned.toISOString()}`);
    await work(stop.signal);
  };
  return { clock, ticks, sealing: new EventSealingJob({ run } as OnceATick, new Batches(positions), clock) };
}

describe('the sealing of events', () => {
  const log = jest.spyOn(Logger.prototype, 'log').mockImplementation();
  beforeEach(() => log.mockClear());
  afterAll(() => log.mockRestore());

  it('is done once a minute, by its planned instant', async () => {
    const { clock, ticks, sealing } = job([]);
    await sealing.tick();
    clock.time = Date.parse('2026-01-31T12:01:00.200Z');
    await sealing.tick();
    await sealing.tick();
    expect(ticks).toEqual(['event-sealing 2026-01-31T12:01:00.000Z']);
    expect(log).not.toHaveBeenCalled();
  });

  it('logs where the chain ends, once a run that has sealed something', async () => {
    const { clock, sealing } = job([500, 1_000]);
    clock.time += 60_000;
    await sealing.tick();
    expect(log.mock.calls).toEqual([[{ events: 1_000, position: 1_000, hash: 'hash 1000' }, 'Events sealed']]);
  });

  it('ends with the batch during which it is stopped, and logs how far it came', async () => {
    const stop = new AbortController();
    stop.abort(new Error('the process is stopping'));
    const { clock, sealing } = job([500, 1_000], stop);
    clock.time += 60_000;
    await expect(sealing.tick()).rejects.toThrow('the process is stopping');
    expect(log.mock.calls).toEqual([[{ events: 500, position: 500, hash: 'hash 500' }, 'Events sealed']]);
  });
});
