import { connect, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const END_OF_HEAD = '\r\n\r\n';

export interface Heads {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p99: number;
}

/**
 * Asks for the heads of answers over kept-open connections, the next as soon as the last is there. The server does all that
 * the whole answer takes, and whoever asks has next to nothing to do: what two cores give is the server's.
 * @throws Error when an answer is not 200
 */
export async function askHeads(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  connections: number,
  seconds: number,
): Promise<Heads> {
  const { hostname, port, host } = new URL(url);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = `HEAD ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
  const sockets = Array.from({ length: connections }, () => connect(Number(port), hostname));
  const latencies: number[] = [];
  const wrong: string[] = [];
  for (const socket of sockets) keepAsking(socket, request, latencies, wrong);
  await pause(seconds * 1_000);
  for (const socket of sockets) socket.destroy();
  if (wrong.length > 0) throw new Error(`${url}${path} answered ${wrong[0]}`);
  if (latencies.length === 0) throw new Error(`${url}${path} answered nothing.`);
  latencies.sort((one, other) => one - other);
  return { requestsPerSecond: latencies.length / seconds, p99: latencies[Math.floor(latencies.length * 0.99)]! };
}

function keepAsking(socket: Socket, request: string, latencies: number[], wrong: string[]): void {
  let head = '';
  let asked = performance.now();
  socket.write(request);
  socket.on('error', (error) => wrong.push(error.message));
  socket.on('end', () => wrong.push('with the end of the connection'));
  socket.on('data', (chunk) => {
    head += chunk.toString('latin1');
    if (!head.endsWith(END_OF_HEAD)) return;
    if (!head.startsWith('HTTP/1.1 200 ')) wrong.push(head.slice(0, head.indexOf('\r\n')));
    latencies.push(performance.now() - asked);
    [head, asked] = ['', performance.now()];
    socket.write(request);
  });
}
