import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from './client';
import { FloodAnswer, FloodConnection } from './flood-connection';

export interface FloodRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  /** Whether an answer other than 503 is what it must be. */
  isRight(answer: FloodAnswer): boolean;
}

/** What became of the requests of a flood. */
export interface FloodCounts {
  /** Answers by status; `cut` where the connection ended without one. */
  readonly statuses: Record<string, number>;
  /** Requests that have left for the server, whatever became of them. */
  sent: number;
  /** Requests that every connection was too busy to send. */
  unsent: number;
  /** Answers that are neither right nor 503 with `Retry-After`, the first of them. */
  readonly wrong: string[];
  /** Milliseconds until each right answer. */
  readonly rightMs: number[];
  readonly refusedMs: number[];
}

const TICK_MS = 5;

/** Sends requests at a rate, whether or not earlier ones were answered, over so many connections at most. */
export class Flood {
  private readonly free: FloodConnection[] = [];
  private readonly all: FloodConnection[] = [];
  private busy = 0;
  readonly counts: FloodCounts = { statuses: {}, sent: 0, unsent: 0, wrong: [], rightMs: [], refusedMs: [] };

  constructor(
    private readonly client: Client,
    private readonly mostConnections: number,
  ) {}

  /** @param rate requests a second */
  async send(rate: number, seconds: number, next: () => FloodRequest): Promise<void> {
    const start = performance.now();
    let sent = 0;
    for (let passed = 0; passed < seconds * 1_000; passed = performance.now() - start) {
      for (const due = (passed / 1_000) * rate; sent < due; sent++) this.sendOne(next());
      await sleep(TICK_MS);
    }
  }

  /** As many as are answered, so many at once: what the server can do. @returns requests a second */
  async capacity(atOnce: number, seconds: number, next: () => FloodRequest): Promise<number> {
    const until = performance.now() + seconds * 1_000;
    let answered = 0;
    const loop = async () => {
      for (; performance.now() < until; answered++) await new Promise<void>((done) => this.sendOne(next(), done));
    };
    await Promise.all(Array.from({ length: atOnce }, loop));
    return answered / seconds;
  }

  /** Until every request was answered or cut. */
  async settled(): Promise<void> {
    while (this.busy > 0) await sleep(TICK_MS);
  }

  close(): void {
    for (const connection of this.all) connection.close();
  }

  private sendOne(request: FloodRequest, done: () => void = () => undefined): void {
    const connection = this.connection();
    if (!connection) {
      this.counts.unsent++;
      return done();
    }
    const start = performance.now();
    this.busy++;
    this.counts.sent++;
    connection.send(this.text(request), (answer) => {
      this.busy--;
      if (connection.isUsable) this.free.push(connection);
      else this.all.splice(this.all.indexOf(connection), 1);
      this.count(request, answer, performance.now() - start);
      done();
    });
  }

  private connection(): FloodConnection | null {
    for (let free = this.free.pop(); free; free = this.free.pop()) if (free.isUsable) return free;
    if (this.all.length >= this.mostConnections) return null;
    const connection = new FloodConnection(Number(new URL(this.client.baseUrl).port));
    this.all.push(connection);
    return connection;
  }

  private text({ method, path, body }: FloodRequest): string {
    const content = body ? JSON.stringify(body) : '';
    const headers = { Host: 'fleet', ...this.client.headers, ...(body && { 'Content-Type': 'application/json' }) };
    const lines = Object.entries({ ...headers, 'Content-Length': content.length }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${content}`;
  }

  private count(request: FloodRequest, answer: FloodAnswer | null, milliseconds: number): void {
    const { statuses, wrong, rightMs, refusedMs } = this.counts;
    const status = answer ? String(answer.status) : 'cut';
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (answer?.status === 503 && answer.retryAfter !== null && answer.body.includes('"UNAVAILABLE"'))
      refusedMs.push(milliseconds);
    else if (answer && request.isRight(answer)) rightMs.push(milliseconds);
    else if (wrong.length < 10) wrong.push(`${request.method} ${request.path}: ${status} ${answer?.body}`);
  }
}

/** In milliseconds; NaN when there is none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
}
