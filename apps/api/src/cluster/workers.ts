import cluster, { Worker } from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';
import { returnConnections } from './return-connections';

/** A worker that ends sooner than this after its start has failed again, and waits longer for its next one. */
const SHORT_LIFE_MS = 10_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/** Whoever has not gone by then, drained and stopped, does not go by itself. */
const LONGEST_FAREWELL_MS = 45_000;

export interface WorkersLog {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

/** Why there is one more: at the start, in place of one that is replaced, or of one that ended. */
export type StartReason = 'start' | 'replacement' | 'ended';

/** What is done with a worker beside starting and stopping it. */
export interface WorkerCare {
  /** Told of each worker as it is started; resolves when it serves. */
  started(worker: Worker, reason: StartReason): Promise<void>;
  /** Asks a worker to take no new connections, to finish with those it has, and to end. */
  retire(worker: Worker): void;
}

/** Processes that share one port: keeps as many of them as there shall be, and replaces them one by one. */
export class Workers {
  /** Who serves in each place; whoever is in none is starting or leaving. */
  private readonly places: (Worker | undefined)[];
  private readonly alive = new Map<Worker, Promise<Ending>>();
  private readonly leaving = new WeakSet<Worker>();
  private replacing: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    count: number,
    private readonly care: WorkerCare,
    private readonly log: WorkersLog,
  ) {
    this.places = new Array<undefined>(count).fill(undefined);
    process.once('exit', () => this.kill());
  }

  /**
   * Resolves when the first one serves. It is alone until then: it makes what is made once. @throws Error when it ends
   */
  async start(): Promise<void> {
    this.keep(await this.launch('start'), 0);
    for (let place = 1; place < this.places.length; place++) void this.fill(place, 'start');
  }

  /** Replaces all, one after the other; each new one serves before the old one is asked to go. */
  replaceAll(): Promise<void> {
    this.replacing = this.replacing.then(() => this.replaceEach());
    return this.replacing;
  }

  /** Stops all in order. @throws Error when one of them did not finish what it had begun */
  async close(): Promise<void> {
    this.stopping = true;
    const serving = this.places.flatMap((worker) => (worker ? [this.alive.get(worker)!] : []));
    for (const worker of this.alive.keys()) worker.process.kill('SIGTERM');
    const endings = await Promise.all(serving);
    // Those too that were still starting or already leaving.
    await Promise.all(this.alive.values());
    const failed = endings.find(({ code }) => code !== 0);
    if (failed) throw new Error(`A worker ended with ${nameOf(failed)}.`);
  }

  /** @throws Error when it ends before it serves */
  private async launch(reason: StartReason): Promise<Worker> {
    const worker = cluster.fork();
    returnConnections(worker);
    // What cannot be sent to it any more; that it ends is what counts.
    worker.on('error', () => undefined);
    const ended = new Promise<Ending>((resolve) => {
      worker.once('exit', (code: number | null, signal: string | null) => resolve({ code, signal }));
    });
    this.alive.set(worker, ended);
    void ended.then(() => this.alive.delete(worker));
    const outcome = await Promise.race([this.care.started(worker, reason), ended]);
    if (outcome) throw new Error(`A worker ended with ${nameOf(outcome)} before it served.`);
    return worker;
  }

  /** @param failures how often in a row there was nobody for long */
  private async fill(place: number, reason: StartReason, failures = 0): Promise<void> {
    for (;;) {
      await pause(failures === 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));
      if (this.stopping) return;
      try {
        return this.keep(await this.launch(reason), place, failures);
      } catch (error) {
        failures++;
        reason = 'ended';
        if (!this.stopping) this.log.error(`${(error as Error).message} It is started again.`);
      }
    }
  }

  private keep(worker: Worker, place: number, failures = 0): void {
    const since = performance.now();
    this.places[place] = worker;
    void this.alive.get(worker)?.then((ending) => {
      if (this.stopping || this.leaving.has(worker)) return;
      this.places[place] = undefined;
      this.log.warn(`Worker ${worker.process.pid} ended with ${nameOf(ending)}. Another one is started.`);
      void this.fill(place, 'ended', performance.now() - since < SHORT_LIFE_MS ? failures + 1 : 0);
    });
  }

  private async replaceEach(): Promise<void> {
    if (this.stopping) return;
    this.log.info('The workers are replaced.');
    for (const place of this.places.keys()) {
      const former = this.places[place];
      // Where there is nobody, somebody is being started.
      if (former && !(await this.replace(former, place))) return;
    }
    this.log.info('All workers are new.');
  }

  /** False when there is nobody to take its place. */
  private async replace(former: Worker, place: number): Promise<boolean> {
    this.leaving.add(former);
    try {
      this.keep(await this.launch('replacement'), place);
    } catch (error) {
      this.leaving.delete(former);
      if (this.stopping) return false;
      this.log.error(`${(error as Error).message} The workers that are there go on.`);
      if (!this.alive.has(former)) void this.fill(place, 'ended');
      return false;
    }
    await this.retire(former);
    return !this.stopping;
  }

  private async retire(worker: Worker): Promise<void> {
    const hangs = setTimeout(() => worker.process.kill('SIGKILL'), LONGEST_FAREWELL_MS);
    this.care.retire(worker);
    await this.alive.get(worker);
    clearTimeout(hangs);
  }

  private kill(): void {
    for (const worker of this.alive.keys()) worker.process.kill('SIGKILL');
  }
}

interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
}

function nameOf({ code, signal }: Ending): string {
  return signal ?? `exit code ${code}`;
}
