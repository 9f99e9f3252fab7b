import { once } from 'node:events';
import { connect, Socket } from 'node:net';
import { Answer, Client } from './client';

const HOST = 'Host: fleet\r\n';

/** A bare connection, for requests that no HTTP client would send. */
export class RawConnection {
  private received = '';

  private constructor(
    private readonly socket: Socket,
    private readonly client: Client,
  ) {
    socket.setEncoding('latin1').on('data', (chunk: string) => (this.received += chunk));
    socket.on('error', () => undefined); // The server cutting the connection shows as an empty answer.
  }

  /** To the client's server; its requests are this caller's. */
  static async open(client: Client): Promise<RawConnection> {
    const { hostname, port } = new URL(client.baseUrl);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new RawConnection(socket, client);
  }

  write(text: string | Buffer): this {
    this.socket.write(typeof text === 'string' ? this.signed(text) : text);
    return this;
  }

  /** Says behind the `Host` of each request who sends it. */
  private signed(text: string): string {
    const lines = Object.entries(this.client.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return text.replaceAll(HOST, HOST + lines.join(''));
  }

  /** Everything that came until the server closed the connection. */
  async untilClosed(): Promise<string> {
    // Not `once` of the events, which fails when the connection is cut.
    if (!this.socket.closed) await new Promise((resolve) => this.socket.once('close', resolve));
    return this.received;
  }

  /** What came so far, as soon as `text` is in it. */
  async untilReceived(text: string): Promise<string> {
    while (!this.received.includes(text)) await once(this.socket, 'data');
    return this.received;
  }

  /** Whether the server closes the connection within these milliseconds. */
  closedWithin(milliseconds: number): Promise<boolean> {
    return Promise.race([
      once(this.socket, 'close').then(() => true),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), milliseconds)),
    ]);
  }

  /** Goes away, once what was written has left. */
  close(): void {
    this.socket.destroySoon();
  }
}

/** Sends the text on a connection of its own; the answer is what came until the server closed it. */
export async function sendRaw(client: Client, text: string): Promise<Answer> {
  return parseAnswer(await (await RawConnection.open(client)).write(text).untilClosed());
}

/** A request in lines, with `Host` and `Connection: close`. */
export function rawRequest(requestLine: string, headers: readonly string[] = [], body = ''): string {
  return `${requestLine} HTTP/1.1\r\n${HOST}${['Connection: close', ...headers, '', body].join('\r\n')}`;
}

export function parseAnswer(raw: string): Answer {
  const end = raw.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = raw.slice(0, Math.max(end, 0)).split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => [line.split(':', 1)[0]!, line.replace(/^.*?:/, '')]),
  );
  const text = raw.slice(end + 4);
  const isJson = headers.get('content-type')?.includes('json') && text !== '';
  const body = (isJson ? JSON.parse(text) : null) as Record<string, unknown>;
  return { status: Number(statusLine.split(' ')[1]), headers, body, text };
}
