import { Quota } from '@fleet/application/shared/rate-limiter';
import { SlidingLog } from '@fleet/infrastructure/shared/rate-limits/sliding-log';
import { Counted } from '@fleet/infrastructure/shared/rate-limits/machine-sliding-log';
import { Channel, Wire } from './channel';
import { News } from './siblings';

/** A worker that has hung for this long is not waited for until it is heard of again. */
const PATIENCE_MS = 1_000;

/** In the process that started the workers: passes on their news, and counts for all of them. */
export class Exchange {
  private readonly workers = new Set<Channel>();
  private readonly logs = new Map<string, SlidingLog>();

  /** @param wire a worker that was just started */
  connect(wire: Wire): Channel {
    const worker = new Channel(wire, PATIENCE_MS);
    wire.once('disconnect', () => this.workers.delete(worker));
    worker.on('join', () => void this.workers.add(worker));
    worker.on<News>('news', (news) => this.passOn(news, worker));
    worker.on<Counted>('limits/consume', (counted): Quota => this.logOf(counted).consume(counted.key));
    worker.on<Counted>('limits/note', (counted) => this.logOf(counted).note(counted.key));
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
