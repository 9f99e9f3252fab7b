import { Logger } from '@nestjs/common';
import { Lease, Leases } from '@fleet/application/shared/lease';
import { underLease } from './under-lease';

/** Renewed every 5 s. */
const TTL = 15_000;

/** Leases that the test decides about. */
class FakeLeases extends Leases {
  readonly notes: string[] = [];
  free = true;
  renewal: () => Promise<boolean> = async () => true;
  releasing: () => Promise<void> = async () => undefined;

  async acquire(name: string, epoch: number, ttl: number): Promise<Lease | null> {
    this.notes.push(`acquire ${name} ${epoch} ${ttl}`);
    return this.free ? { name, epoch } : null;
  }

  async renew({ name, epoch }: Lease, ttl: number): Promise<boolean> {
    this.notes.push(`renew ${name} ${epoch} ${ttl}`);
    return this.renewal();
  }

  async release({ name, epoch }: Lease): Promise<void> {
    this.notes.push(`release ${name} ${epoch}`);
    await this.releasing();
  }
}

const request = { name: 'job', epoch: 7, ttl: TTL };
const ACQUIRE = 'acquire job 7 15000';
const RENEW = 'renew job 7 15000';
const RELEASE = 'release job 7';
let leases: FakeLeases;
let stop: AbortController;
let warnings: jest.SpyInstance;
beforeEach(() => {
  jest.useFakeTimers();
  leases = new FakeLeases();
  stop = new AbortController();
  warnings = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

/** Begins work that goes on until the test ends it, or until it is told to stop; `outcome` is how that ended. */
function begin() {
  let finish: () => void = () => undefined;
  const work = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      finish = resolve;
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  const outcome = underLease(leases, request, stop, work).catch((error: Error) => error.message);
  return { outcome, finish: () => finish() };
}

const LOST = 'its lease was lost';

describe('underLease', () => {
  it('does nothing without the lease', async () => {
    leases.free = false;
    const work = jest.fn();
    expect(await underLease(leases, request, stop, work)).toBe(false);
    expect(work).not.toHaveBeenCalled();
    expect(leases.notes).toEqual([ACQUIRE]);
  });

  it('gives the lease up when the work is done', async () => {
    expect(await underLease(leases, request, stop, async () => leases.notes.push('work'))).toBe(true);
    expect(leases.notes).toEqual([ACQUIRE, 'work', RELEASE]);
  });

  it('gives the lease up when the work fails', async () => {
    const failure = new Error('out of paper');
    await expect(underLease(leases, request, stop, () => Promise.reject(failure))).rejects.toBe(failure);
    expect(leases.notes).toEqual([ACQUIRE, RELEASE]);
  });

  it('renews the lease every third of its time while the work goes on, and not after it', async () => {
    const { outcome, finish } = begin();
    await jest.advanceTimersByTimeAsync(2 * TTL + 100);
    finish();
    expect(await outcome).toBe(true);
    await jest.advanceTimersByTimeAsync(TTL);
    expect(leases.notes).toEqual([ACQUIRE, ...Array<string>(6).fill(RENEW), RELEASE]);
    expect(stop.signal.aborted).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('stops the work as soon as somebody else has the lease', async () => {
    leases.renewal = async () => false;
    const { outcome } = begin();
    await jest.advanceTimersByTimeAsync(TTL / 3);
    expect(await outcome).toBe(LOST);
    await jest.advanceTimersByTimeAsync(TTL);
    expect(leases.notes).toEqual([ACQUIRE, RENEW, RELEASE]);
  });

  it('stops the work when the lease has run out unrenewed, and not before', async () => {
    leases.renewal = () => Promise.reject(new Error('the database is away'));
    const { outcome } = begin();
    await jest.advanceTimersByTimeAsync(TTL - 1);
    expect(stop.signal.aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await outcome).toBe(LOST);
    expect(warnings).toHaveBeenCalledWith(expect.objectContaining({ lease: 'job' }), 'A lease could not be renewed');
  });

  it('counts from when the lease was asked for, not from when the answer came', async () => {
    const acquire = leases.acquire.bind(leases);
    leases.acquire = async (...request) => {
      await jest.advanceTimersByTimeAsync(4_000);
      return acquire(...request);
    };
    leases.renewal = () => Promise.reject(new Error('the database is away'));
    const { outcome } = begin();
    await jest.advanceTimersByTimeAsync(TTL - 4_001);
    expect(stop.signal.aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await outcome).toBe(LOST);
  });

  it('stops the work when a renewal does not answer in time, and asks no second time meanwhile', async () => {
    let answer: (renewed: boolean) => void = () => undefined;
    leases.renewal = () => new Promise((resolve) => (answer = resolve));
    const { outcome } = begin();
    await jest.advanceTimersByTimeAsync(TTL);
    expect(stop.signal.aborted).toBe(true);
    answer(true);
    expect(await outcome).toBe(LOST);
    expect(leases.notes).toEqual([ACQUIRE, RENEW, RELEASE]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('goes on when a renewal succeeds after one that failed', async () => {
    leases.renewal = async () => {
      leases.renewal = async () => true;
      throw new Error('busy');
    };
    const { outcome, finish } = begin();
    await jest.advanceTimersByTimeAsync(2 * TTL);
    expect(stop.signal.aborted).toBe(false);
    finish();
    expect(await outcome).toBe(true);
  });

  it('does not fail the work over a lease that cannot be given up', async () => {
    leases.releasing = () => Promise.reject(new Error('the database is away'));
    expect(await underLease(leases, request, stop, async () => undefined)).toBe(true);
    expect(warnings).toHaveBeenCalledTimes(1);
  });
});
