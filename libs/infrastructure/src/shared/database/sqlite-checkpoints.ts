import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import { CHECKPOINT_SCRIPT } from './sqlite-checkpoint.script';
import { SQLITE_DRIVER_PATH } from './sqlite-driver';

/** 128 MiB, after which the writer makes a checkpoint itself, as the engine does when nobody else sees to it. */
export const LONGEST_LOG_PAGES = 32_000;
/**
 * Before it comes to that writers wait for the thread, which keeps nobody else waiting. A quarter, because an import writes
 * some 16,000 pages between two checkpoints.
 */
const LONG_LOG_PAGES = LONGEST_LOG_PAGES / 4;
/** 1,000 pages, after which the engine by itself would move the log into the file: a shorter one is not worth it. */
const WORTH_BYTES = 4 * 1024 * 1024;
/** Pages that are changed again in the meantime are moved once. */
const PAUSE_MS = 250;
/** A disk that takes longer holds up writers anyway; a thread that hangs must not hold them up for good. */
const LONGEST_WAIT_MS = 1_000;
/** A thread that does nothing but call the engine. */
const MEMORY = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 };

/**
 * Moves what was written from the write-ahead log into the database file, in a thread of its own over a connection of its
 * own: nobody's request waits while pages are written and the disk is waited for. Writers and readers go on meanwhile.
 * The thread starts when there is enough to do for the first time.
 *
 * The engine begins the log anew only when all of it was moved, which does not happen while somebody writes on and on. So
 * when it has become long, writers wait for a checkpoint. Where that is not enough, because other processes write on, somebody
 * reads for long or the thread is gone, the log grows to {@link LONGEST_LOG_PAGES}, and whoever writes does the rest.
 */
export class SqliteCheckpoints {
  private thread: Worker | undefined;
  private underWay: Promise<void> | undefined;
  private over: () => void = () => undefined;
  private lastAt = -Infinity;
  private pages = 0;
  private isStopped = false;

  constructor(private readonly file: string) {}

  /** To be told of every commit. */
  written(): void {
    if (this.isStopped || this.underWay || performance.now() - this.lastAt < PAUSE_MS || !this.isWorthIt()) return;
    this.begin();
  }

  /** Whether whoever is about to write should wait for {@link makeRoom}. */
  get isLong(): boolean {
    return this.pages >= LONG_LOG_PAGES && !this.isStopped;
  }

  /**
   * To be waited for while nobody of this process writes: what is written next begins the log anew, unless another process
   * writes or somebody reads meanwhile. Takes {@link LONGEST_WAIT_MS} at most.
   */
  async makeRoom(): Promise<void> {
    const patience = pause(LONGEST_WAIT_MS, undefined, { ref: false });
    await Promise.race([this.settled(), patience]);
    if (!this.underWay && !this.isStopped) {
      this.begin();
      await Promise.race([this.settled(), patience]);
    }
    this.pages = 0;
  }

  /** Resolves when none is under way. */
  async settled(): Promise<void> {
    await this.underWay;
  }

  /** Resolves when none is under way, or the wait for it has been long enough. */
  async quiet(): Promise<void> {
    await Promise.race([this.settled(), pause(LONGEST_WAIT_MS, undefined, { ref: false })]);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.settled();
    await this.thread?.terminate();
  }

  private begin(): void {
    this.underWay = new Promise<void>((over) => (this.over = over)).then(() => {
      this.thread?.unref();
      this.underWay = undefined;
      this.lastAt = performance.now();
    });
    try {
      this.thread ??= this.startThread();
      // Whoever waits for it may have nothing else that keeps the process alive.
      this.thread.ref();
      this.thread.postMessage(null);
    } catch (error) {
      this.gone(error);
    }
  }

  private isWorthIt(): boolean {
    // The file stays as long as the log ever was, so this says "once there was enough", not "now there is".
    return (statSync(`${this.file}-wal`, { throwIfNoEntry: false })?.size ?? 0) >= WORTH_BYTES;
  }

  private startThread(): Worker {
    const workerData = { file: this.file, driver: SQLITE_DRIVER_PATH };
    const thread = new Worker(CHECKPOINT_SCRIPT, {
      eval: true,
      workerData,
      resourceLimits: MEMORY,
      execArgv: [],
      env: {},
    });
    thread.on('message', (pages: number) => this.done(pages));
    thread.once('error', (error) => this.gone(error));
    thread.once('exit', () => this.gone('its thread has ended'));
    return thread;
  }

  /** What could not be moved stays in the log, for the next one. @param pages in the log; -1 where another process was at it */
  private done(pages: number): void {
    if (pages >= 0) this.pages = pages;
    this.over();
  }

  private gone(reason: unknown): void {
    if (!this.isStopped) {
      const line = 'Checkpoints hold requests up from now on, until the next start';
      new Logger('Database').warn(`${line}: ${String(reason)}`);
    }
    this.isStopped = true;
    this.over();
  }
}
