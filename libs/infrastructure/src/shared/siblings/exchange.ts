import { Quota } from '@fleet/application/shared/rate-limiter';
import { SlidingLog } from '@fleet/infrastructure/shared/rate-limits/sliding-log';
import { Counted } from '@fleet/infrastructure/shared/rate-limits/machine-sliding-log';
import { Channel, Wire } from './channel';
import { WORKER_PATIENCE_MS } from './patience';
import { News } from './siblings';
import { Figures, SummedFigures } from './summed-figures';
import { StartReason, WorkerFigures } from './worker-figures';

/** How long after a worker's end what it has said may still be read. */
const LAST_WORDS_MS = 500;

interface WorkerWire extends Wire {
  once(event: 'disconnect' | 'exit', listener: () => void): unknown;
}

/** In the process that started the workers: passes on their news, counts for all of them, and sums up what they have counted. */
export class Exchange {
  /** Those that have not ended, whether they serve yet or not. */
  private readonly running = new Set<Channel>();
  private readonly workers = new Set<Channel>();
  private readonly logs = new Map<string, SlidingLog>();
  private readonly figures = new SummedFigures();
  private readonly about = new WorkerFigures();

  /** @param wire a worker that was just started */
  connect(wire: WorkerWire, reason: StartReason): Channel {
    const worker = new Channel(wire, WORKER_PATIENCE_MS);
    this.running.add(worker);
    this.about.started(reason);
    wire.once('disconnect', () => this.left(worker));
    // A worker that died in the middle of a message is never heard to disconnect.
    wire.once('exit', () => setTimeout(() => this.left(worker), LAST_WORDS_MS).unref());
    worker.on('join', () => this.join(worker));
    worker.on<News>('news', (news) => this.passOn(news, worker));
    worker.on<Counted>('limits/consume', (counted): Quota => this.logOf(counted).consume(counted.key));
    worker.on<Counted>('limits/note', (counted) => this.logOf(counted).note(counted.key));
    worker.on('metrics/all', () => this.figures.text((answering) => this.about.figures(this.running.size, answering)));
    worker.on<Figures>('metrics/last', (figures) => this.figures.note(worker, figures));
    return worker;
  }

  private join(worker: Channel): void {
    if (!this.running.has(worker)) return;
    this.workers.add(worker);
    this.figures.joined(worker);
  }

  private left(worker: Channel): void {
    this.running.delete(worker);
    if (this.workers.delete(worker)) this.figures.left(worker);
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
