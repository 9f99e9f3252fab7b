import { SlidingLog } from './sliding-log';
import { Counted, MachineSlidingLog } from './machine-sliding-log';
import { Channel } from '@fleet/infrastructure/shared/siblings/channel';

const LIMIT = { requests: 5, seconds: 10 };

/** The process that counts for all, or what is left of it. */
class Primary {
  readonly log = new SlidingLog(LIMIT);
  isLate = false;

  async ask(_topic: string, { key }: Counted): Promise<unknown> {
    if (this.isLate) throw new Error('It does not answer.');
    return this.log.consume(key);
  }

  tell(_topic: string, { key }: Counted): void {
    this.log.note(key);
  }
}

const workerOf = (primary: Primary) => new MachineSlidingLog(primary as unknown as Channel, 'default', LIMIT);

async function passed(worker: MachineSlidingLog, times: number): Promise<number> {
  const quotas = await Promise.all(Array.from({ length: times }, () => worker.consume('a')));
  return quotas.filter(({ allowed }) => allowed).length;
}

describe('a limit that workers share', () => {
  it('is one limit', async () => {
    const primary = new Primary();
    const [one, other] = [workerOf(primary), workerOf(primary)];
    expect([await passed(one, 3), await passed(other, 9), await passed(one, 9)]).toEqual([3, 2, 0]);
  });

  it('counts what another one that counts has let pass', async () => {
    const primary = new Primary();
    const [one, other] = [workerOf(primary), workerOf(primary)];
    one.note('a');
    one.note('a');
    expect(await passed(other, 9)).toBe(3);
  });

  it('is kept by each worker when nobody answers, which gives nobody a second share', async () => {
    const primary = new Primary();
    const worker = workerOf(primary);
    expect(await passed(worker, 2)).toBe(2);
    primary.isLate = true;
    expect(await passed(worker, 9)).toBe(3);
  });
});
