import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, IncomingMessage, request } from 'node:http';
import { Client } from './client';

export interface PinnedAnswer<Body> {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** The parsed JSON, or null when it is none. */
  readonly body: Body;
  readonly text: string;
}

/** Calls a server over one connection, so that one process answers all of it. */
export class PinnedClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /** @param client whose server is called, with the headers that it sends */
  constructor(private readonly client: Client) {}

  /** The same connection, for another caller. */
  as(headers: Record<string, string>): PinnedClient {
    return Object.assign(Object.create(PinnedClient.prototype) as PinnedClient, this, {
      client: this.client.as(headers),
    });
  }

  get<Body = Record<string, unknown>>(path: string, headers?: Record<string, string>): Promise<PinnedAnswer<Body>> {
    return this.send<Body>('GET', path, undefined, headers);
  }

  /** @throws Error when the connection breaks */
  async send<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<PinnedAnswer<Body>> {
    const outgoing = request(this.client.baseUrl + path, {
      method,
      agent: this.agent,
      headers: {
        ...this.client.headers,
        ...(body && { 'Content-Type': 'application/json' }),
        ...headers,
      },
    });
    outgoing.end(body && JSON.stringify(body));
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { statusCode, headers: received } = incoming;
    const isJson = text !== '' && received['content-type']?.includes('json');
    return { status: statusCode!, headers: received, body: (isJson ? JSON.parse(text) : null) as Body, text };
  }

  /** Asks for what costs nothing, and gives the id that its line in the log has. */
  async leaveMark(): Promise<string> {
    const id = randomUUID();
    await this.get('/health', { 'X-Request-Id': id });
    return id;
  }

  close(): void {
    this.agent.destroy();
  }
}
