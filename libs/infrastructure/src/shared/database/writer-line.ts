import { Mutex } from 'async-mutex';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { TimingSeries } from '@fleet/infrastructure/shared/metrics/timings';

/** The line for the embedded engine's one writing connection. */
export class WriterLine {
  private readonly mutex = new Mutex();
  private readonly waits: TimingSeries;
  private waiting = 0;

  constructor(figures: DatabaseFigures) {
    this.waits = figures.watchPool('writer', () => ({
      size: 1,
      inUse: Number(this.mutex.isLocked()),
      waiting: this.waiting,
    }));
  }

  /** Does the work when everybody who came before is done. */
  runExclusive<T>(work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    this.waiting++;
    return this.mutex.runExclusive(() => {
      this.waiting--;
      this.waits.observe((performance.now() - start) / 1000);
      return work();
    });
  }
}
