import { Logger } from '@nestjs/common';
import { Action, ActionContext } from '@fleet/application/shared/action-context';
import { JobMeter, JobOutcome } from '@fleet/application/shared/job-meter';
import { Lease, Leases } from '@fleet/application/shared/lease';
import { Tracing } from '@fleet/application/shared/tracing';
import { FixedId } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { OnceATick } from './once-a-tick';

class OneHolder extends Leases {
  readonly notes: string[] = [];
  fault: Error | undefined;

  free = true;

  async acquire(name: string, epoch: number): Promise<Lease | null> {
    this.notes.push(`acquire ${name} ${epoch}`);
    if (this.fault) throw this.fault;
    return this.free ? { name, epoch } : null;
  }

  async renew(): Promise<boolean> {
    return true;
  }

  async release({ name, epoch }: Lease): Promise<void> {
    this.notes.push(`release ${name} ${epoch}`);
  }
}

class NotedContext extends ActionContext {
  readonly current: Action = { actor: 'nobody', correlationId: '' };
  readonly actions: Action[] = [];

  run<T>(action: Action, work: () => T): T {
    this.actions.push(action);
    return work();
  }
}

class NotedMeter extends JobMeter {
  readonly runs: string[] = [];

  ran(job: string, outcome: JobOutcome, milliseconds: number): void {
    expect(milliseconds).toBeGreaterThanOrEqual(0);
    this.runs.push(`${job} ${outcome}`);
  }
}

class NotedTracing extends Tracing {
  readonly traceId = undefined;
  readonly followed: string[] = [];

  arrived(): null {
    return null;
  }

  follow<T>(name: string, work: () => T): T {
    this.followed.push(name);
    return work();
  }

  add(): void {}

  async close(): Promise<void> {}
}

const EPOCH = NOW.getTime() / 1000;
let leases: OneHolder;
let context: NotedContext;
let meter: NotedMeter;
let tracing: NotedTracing;
let onceATick: OnceATick;
let errors: jest.SpyInstance;
let warnings: jest.SpyInstance;
beforeEach(() => {
  leases = new OneHolder();
  context = new NotedContext();
  meter = new NotedMeter();
  tracing = new NotedTracing();
  onceATick = new OnceATick(leases, context, new FixedId('run-1'), meter, tracing);
  jest.spyOn(Logger.prototype, 'debug').mockReturnValue();
  errors = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
  warnings = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

/** Work that goes on until the test ends it, or until it is told to stop. */
function longWork() {
  let finish: () => void = () => undefined;
  const work = (stop: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      finish = resolve;
      stop.addEventListener('abort', () => reject(stop.reason as Error));
    });
  return { work, finish: () => finish() };
}

describe('OnceATick', () => {
  it('holds the lease of the job for the planned instant while it works, under an id of its own', async () => {
    await onceATick.run('job', NOW, async () => leases.notes.push('work'));
    expect(leases.notes).toEqual([`acquire job ${EPOCH}`, 'work', `release job ${EPOCH}`]);
    expect(context.actions).toEqual([{ actor: 'system', correlationId: 'run-1' }]);
    expect(tracing.followed).toEqual(['job job']);
  });

  it('logs a run that fails and goes on with the next', async () => {
    const failure = new Error('out of paper');
    await onceATick.run('job', NOW, () => Promise.reject(failure));
    expect(errors).toHaveBeenCalledWith(expect.objectContaining({ job: 'job', err: failure }), expect.any(String));
    const work = jest.fn();
    await onceATick.run('job', new Date(NOW.getTime() + 1000), work);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('tells the meter how each run ended', async () => {
    await onceATick.run('job', NOW, async () => undefined);
    await onceATick.run('job', NOW, () => Promise.reject(new Error('out of paper')));
    leases.free = false;
    await onceATick.run('other', NOW, async () => undefined);
    expect(meter.runs).toEqual(['job done', 'job failed', 'other passed_over']);
  });

  it('logs that the database is away and tries again at the next tick', async () => {
    const work = jest.fn();
    leases.fault = new Error('the database is away');
    await onceATick.run('job', NOW, work);
    expect(work).not.toHaveBeenCalled();
    expect(errors).toHaveBeenCalledTimes(1);
    leases.fault = undefined;
    await onceATick.run('job', new Date(NOW.getTime() + 1000), work);
    expect(work).toHaveBeenCalledTimes(1);
  });
});

describe('OnceATick, when the process stops', () => {
  it('lets the run finish and begins no other', async () => {
    const { work, finish } = longWork();
    const run = onceATick.run('job', NOW, work);
    await Promise.resolve();
    const stopped = onceATick.beforeApplicationShutdown();
    const other = jest.fn();
    await onceATick.run('other', NOW, other);
    finish();
    await Promise.all([stopped, run]);
    expect(other).not.toHaveBeenCalled();
    expect(warnings).not.toHaveBeenCalled();
    expect(leases.notes.at(-1)).toBe(`release job ${EPOCH}`);
  });

  it('stops a run that takes too long, with its lease given up', async () => {
    jest.useFakeTimers();
    const { work } = longWork();
    const run = onceATick.run('job', NOW, work);
    await Promise.resolve();
    const stopped = onceATick.beforeApplicationShutdown();
    await jest.advanceTimersByTimeAsync(9_999);
    expect(warnings).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    await Promise.all([stopped, run]);
    expect(warnings).toHaveBeenCalledWith(expect.anything(), 'Job stopped: the process is stopping');
    expect(meter.runs).toEqual(['job stopped']);
    expect(leases.notes.at(-1)).toBe(`release job ${EPOCH}`);
  });
});
