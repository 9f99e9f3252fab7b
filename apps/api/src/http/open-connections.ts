import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Lets go, when the server closes, of every connection that no request is being answered on. Node alone would wait for
 * those that have not sent a whole request yet, and for the next request of those that were just answered.
 */
export function closeUnusedConnections(server: FastifyInstance): void {
  const open = new Set<Socket>();
  const answering = new Map<Socket, number>();
  server.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.server.on('request', ({ socket }, response) => {
    answering.set(socket, (answering.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const others = answering.get(socket)! - 1;
      if (others > 0) answering.set(socket, others);
      else answering.delete(socket);
    });
  });
  server.addHook('preClose', (done) => {
    for (const socket of open) if (!answering.has(socket)) socket.destroy();
    server.server.keepAliveTimeout = 1;
    done();
  });
}
