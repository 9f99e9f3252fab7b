import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Closes the answers that were still behind another one when their connection ended. Node tells only the one that the
 * connection was busy with; whoever counts what is being answered would count the others for ever, and a client that
 * sends requests in one breath and hangs up could use up all places.
 */
export function closeQueuedAnswers(server: Server): void {
  const queues = new WeakMap<Socket, Set<ServerResponse>>();
  server.on('request', ({ socket }, answer) => {
    if (answer.socket) return;
    const queue = queues.get(socket) ?? queueOf(socket);
    queues.set(socket, queue.add(answer));
    answer.once('close', () => queue.delete(answer));
  });
}

function queueOf(socket: Socket): Set<ServerResponse> {
  const queue = new Set<ServerResponse>();
  socket.once('close', () => {
    // One whose turn has come is told by Node.
    for (const answer of [...queue].filter((queued) => !queued.socket && !queued.writableFinished)) {
      answer.destroy();
      answer.emit('close');
    }
  });
  return queue;
}
