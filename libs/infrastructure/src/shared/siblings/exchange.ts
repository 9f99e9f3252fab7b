import { Quota } from '@fleet/application/shared/rate-limiter';
import { SlidingLog } from '@fleet/infrastructure/shared/rate-limits/sliding-log';
import { Counted } from '@fleet/infrastructure/shared/rate-limits/machine-sliding-log';
import { Channel, Wire } from './channel';
import { News } from './siblings';
import { Figures, SummedFigures } from './summed-figures';

/** A worker that has hung for this long is not waited for until it is heard of again. */
const PATIENCE_MS = 1_000;

/** In the process that started the workers: passes on their news, counts for all of them, and sums up what they have counted. */
export class Exchange {
  private readonly workers = new Set<Channel>();
  private readonly logs = new Map<string, SlidingLog>();
  private readonly figures = new SummedFigures();

  /** @param wire a worker that was just started */
  connect(wire: Wire): Channel {
    const worker = new Channel(wire, PATIENCE_MS);
    wire.once('disconnect', () => {
      this.workers.delete(worker);
      this.figures.left(worker);
    });
    worker.on('join', () => void this.workers.add(worker));
    worker.on<News>('news', (news) => this.passOn(news, worker));
    worker.on<Counted>('limits/consume', (counted): Quota => this.logOf(counted).consume(counted.key));
    worker.on<Counted>('limits/note', (counted) => this.logOf(counted).note(counted.key));
    worker.on('metrics/all', () => this.figures.text(this.workers));
    worker.on<Figures>('metrics/last', (figures) => this.figures.note(worker, figures));
    return worker;
  }

  private async passOn({ topic, body }: News, from: Channel): Promise<void> {
    const others = [...this.workers].filter((worker) => worker !== from);
    await Promise.allSettled(others.map((worker) => worker.ask(topic, body)));
  }

  private logOf({ name, limit }: Counted): SlidingLog {
    let log = this.logs.get(name);
    if (!log) this.logs.set(name, (log = new SlidingLog(limit)));
    return log;
  }
}
