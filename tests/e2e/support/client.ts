import { setTimeout as pause } from 'node:timers/promises';
import { mustBeDocumented } from './documented-answers';

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON, or null when there is no body. */
  readonly body: Body;
  readonly text: string;
}

const PAUSE_MS = 50;

type HeaderMap = Record<string, string>;

/**
 * Calls the API over real HTTP, and takes no answer that its documentation does not describe. A machine that stands still for a
 * second or two makes the API refuse requests: who is refused so has changed nothing and comes again.
 */
export class Client {
  /** @param headers what goes with every request that does not bring its own, such as a token */
  constructor(
    readonly baseUrl: string,
    readonly headers: HeaderMap = {},
    private readonly comesAgain = true,
  ) {}

  /** Another caller of the same server; without headers nobody who is known. */
  as(headers: HeaderMap = {}): Client {
    return new Client(this.baseUrl, headers, this.comesAgain);
  }

  /** Takes being refused in an overload for an answer. */
  get impatient(): Client {
    return new Client(this.baseUrl, this.headers, false);
  }

  get<B = Record<string, unknown>>(path: string, headers: HeaderMap = {}): Promise<Answer<B>> {
    return this.send<B>('GET', path, undefined, headers);
  }

  post<B = Record<string, unknown>>(path: string, body?: unknown, headers: HeaderMap = {}): Promise<Answer<B>> {
    return this.send<B>('POST', path, body, headers);
  }

  put<B = Record<string, unknown>>(path: string, body?: unknown, headers: HeaderMap = {}): Promise<Answer<B>> {
    return this.send<B>('PUT', path, body, headers);
  }

  delete<B = Record<string, unknown>>(path: string, headers: HeaderMap = {}): Promise<Answer<B>> {
    return this.send<B>('DELETE', path, undefined, headers);
  }

  /** @param body an object is sent as JSON; text is sent as it is, as JSON unless the headers say otherwise */
  async send<B = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: HeaderMap = {},
  ): Promise<Answer<B>> {
    for (;;) {
      const answer = await this.sendOnce<B>(method, path, body, headers);
      if (!this.comesAgain || !answer.text.includes('The service is overloaded')) return answer;
      await pause(PAUSE_MS);
    }
  }

  private async sendOnce<B>(method: string, path: string, body: unknown, headers: HeaderMap): Promise<Answer<B>> {
    const type: HeaderMap = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: { ...this.headers, ...type, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed = parse(text);
    mustBeDocumented(method, path, response, parsed);
    return { status: response.status, headers: response.headers, body: parsed as B, text };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
