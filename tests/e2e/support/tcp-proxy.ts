import { once } from 'node:events';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';

/** Stands in front of a server; a test slows the way to it down, stops it or cuts it. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private delayMs = 0;
  /** What is not let through for now; null while everything is. */
  private held: (() => void)[] | null = null;
  private cutsNext = false;
  private server: Server | null = null;
  private port = 0;

  constructor(private readonly target: { readonly host: string; readonly port: number }) {}

  /** The address of `url`, with this proxy in the place of its server. */
  through(url: string): string {
    const own = new URL(url);
    own.hostname = '127.0.0.1';
    own.port = String(this.port);
    return own.href;
  }

  /** Lets connections through, at the same port as before. */
  async open(): Promise<void> {
    this.server = createServer((client) => this.join(client)).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    ({ port: this.port } = this.server.address() as AddressInfo);
  }

  /** Cuts every connection and refuses new ones. */
  async cut(): Promise<void> {
    if (!this.server) return;
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
    this.server = null;
  }

  /** Lets every answer wait so long. */
  slow(milliseconds: number): void {
    this.delayMs = milliseconds;
  }

  /** Takes everything that is sent, and lets no answer through until `resume`. */
  stall(): void {
    this.held ??= [];
  }

  resume(): void {
    const held = this.held ?? [];
    this.held = null;
    for (const pass of held) pass();
  }

  /** Lets half of the next answer through and cuts its connection. */
  cutNextAnswer(): void {
    this.cutsNext = true;
  }

  private pass(chunk: Buffer, client: Socket): void {
    const write = () => void client.write(chunk);
    if (this.cutsNext) {
      this.cutsNext = false;
      client.write(chunk.subarray(0, chunk.length >> 1));
      client.destroySoon();
    } else if (this.held) this.held.push(write);
    else if (this.delayMs > 0) setTimeout(write, this.delayMs);
    else write();
  }

  private join(client: Socket): void {
    const upstream = connect(this.target.port, this.target.host);
    client.pipe(upstream);
    upstream.on('data', (chunk: Buffer) => this.pass(chunk, client));
    upstream.once('end', () => client.end());
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => undefined); // Shows as the connection's end.
      socket.once('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
  }
}
