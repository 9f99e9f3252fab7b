import type { DestinationStream } from 'pino';
import { OutboundPolicy } from '@fleet/infrastructure/shared/resilience/outbound-policy';
import { toClef } from './clef';

/** Lines wait this long for company, and for Seq when it fails. */
const PAUSE_MS = 1_000;
const BATCH_LINES = 500;
/** Some 30 s of a thousand requests a second; what comes beyond that, Seq does not get. */
const MOST_CHARACTERS_WAITING = 8_000_000;
/** Who stops, or waits for the log to be taken, waits for Seq this long. */
const LONGEST_FLUSH_MS = 5_000;

/** Sends log lines to Seq, a batch at a time. Seq being slow or away holds nothing up and keeps no more than a bound. */
export class SeqDestination implements DestinationStream {
  private readonly address: string;
  private lines: string[] = [];
  private characters = 0;
  private timer: NodeJS.Timeout | undefined;
  private sending: Promise<void> | null = null;

  constructor(
    url: string,
    private readonly apiKey: string | undefined,
    private readonly policy: OutboundPolicy,
  ) {
    this.address = `${url.replace(/\/$/, '')}/api/events/raw?clef`;
  }

  write(line: string): void {
    if (this.characters + line.length > MOST_CHARACTERS_WAITING) return this.policy.gaveUp(1);
    this.lines.push(line);
    this.characters += line.length;
    this.timer ??= setTimeout(() => void this.send(), PAUSE_MS).unref();
  }

  /** Calls back when Seq has what was written so far, or does not take it, or the time for it is up. */
  flush(done: () => void): void {
    const limit = setTimeout(done, LONGEST_FLUSH_MS);
    void this.send().then(() => {
      clearTimeout(limit);
      done();
    });
  }

  private send(): Promise<void> {
    return (this.sending ??= this.sendAll().finally(() => (this.sending = null)));
  }

  private async sendAll(): Promise<void> {
    while (this.lines.length > 0 && (await this.sendBatch()));
    clearTimeout(this.timer);
    this.timer = this.lines.length > 0 ? setTimeout(() => void this.send(), PAUSE_MS).unref() : undefined;
  }

  /** @returns whether the next one may go; if not, this one stays for later */
  private async sendBatch(): Promise<boolean> {
    const batch = this.lines.slice(0, BATCH_LINES);
    try {
      // A line that arrives twice does no harm.
      const taken = await this.policy.run((signal) => this.post(batch.map(toClef).join('\n'), signal), {
        repeats: true,
      });
      if (!taken) this.policy.gaveUp(batch.length);
    } catch {
      return false;
    }
    this.lines.splice(0, batch.length);
    for (const line of batch) this.characters -= line.length;
    return true;
  }

  /** @returns false when Seq is there and does not want them: a wrong key, for one */
  private async post(body: string, signal: AbortSignal): Promise<boolean> {
    const {
      ok,
      status,
      body: answer,
    } = await fetch(this.address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/vnd.serilog.clef',
        ...(this.apiKey !== undefined && { 'X-Seq-ApiKey': this.apiKey }),
      },
      body,
      signal,
    });
    await answer?.cancel();
    if (status >= 500 || status === 429) throw new Error(`Seq answered with ${status}.`);
    return ok;
  }
}
