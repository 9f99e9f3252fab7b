import { once } from 'node:events';
import { Agent, IncomingMessage, request } from 'node:http';
import { Client } from './client';

const TICK_MS = 20;
/** As such an answer says. */
const RETRY_AFTER_MS = 1_000;
const CONNECTIONS = 40;
const MOST_WAITING = 2 * CONNECTIONS;
/** Who waits longer was forgotten. */
const LONGEST_WAIT_MS = 30_000;

export interface LoadRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

/** So many requests a second, unless the machine cannot keep up with them, on connections that are kept open. */
export class SteadyLoad {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  private readonly answers = new Map<string, number>();
  private readonly running = new Set<Promise<void>>();
  private readonly timer: NodeJS.Timeout;
  private sent = 0;
  private passedOver = 0;

  /** @param next what is sent as the nth request */
  constructor(
    private readonly client: Client,
    perSecond: number,
    private readonly next: (turn: number) => LoadRequest,
  ) {
    const start = performance.now();
    this.timer = setInterval(() => {
      const due = ((performance.now() - start) / 1_000) * perSecond - this.passedOver;
      while (this.sent < due && this.running.size < MOST_WAITING) this.send(this.next(this.sent++));
      this.passedOver += Math.max(Math.floor(due - this.sent), 0);
    }, TICK_MS);
  }

  /** Stops when what was sent has been answered, and tells how often each status was; `error` is no answer at all. */
  async stop(): Promise<Record<string, number>> {
    clearInterval(this.timer);
    await Promise.all(this.running);
    this.agent.destroy();
    return Object.fromEntries(this.answers);
  }

  private send(what: LoadRequest): void {
    const run: Promise<void> = this.untilLetIn(what)
      .catch((error: Error) => `error ${error.message}`)
      .then((outcome) => {
        this.answers.set(outcome, (this.answers.get(outcome) ?? 0) + 1);
        this.running.delete(run);
      });
    this.running.add(run);
  }

  /** Where others keep a small machine busy, a process may turn everybody away at its door: who comes again is let in. */
  private async untilLetIn(what: LoadRequest): Promise<string> {
    for (;;) {
      const { status, text } = await this.answer(what);
      if (!text.includes('The service is overloaded')) return String(status);
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    }
  }

  private async answer({ method, path, body }: LoadRequest): Promise<{ status: number; text: string }> {
    const headers = { ...this.client.headers, ...(body && { 'Content-Type': 'application/json' }) };
    const outgoing = request(this.client.baseUrl + path, { method, agent: this.agent, headers });
    outgoing.setTimeout(LONGEST_WAIT_MS, () => outgoing.destroy(new Error('no answer')));
    outgoing.end(body && JSON.stringify(body));
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of incoming.setEncoding('utf8')) text += chunk as string;
    return { status: incoming.statusCode!, text };
  }
}
