import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as ConnectionServer } from 'node:net';

/** A client that has sent nothing for so long is not about to send something just now. */
const LONGEST_DRAIN_MS = 5_000;

/**
 * Takes no new connections, answers what comes on the open ones and tells their clients to close them. Resolves when
 * all are closed, after five seconds at most. Closing them at once would cut off requests that are on their way.
 */
export async function drainConnections(server: Server): Promise<void> {
  const closeAfterAnswer = (_request: IncomingMessage, response: ServerResponse) => {
    response.shouldKeepAlive = false;
  };
  server.prependListener('request', closeAfterAnswer);
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((resolve) => (timer = setTimeout(resolve, LONGEST_DRAIN_MS)));
  // Not http.Server's own, which destroys the connections that are idle.
  const closed = new Promise<void>((resolve) => ConnectionServer.prototype.close.call(server, () => resolve()));
  await Promise.race([closed, tooLong]);
  clearTimeout(timer);
}
