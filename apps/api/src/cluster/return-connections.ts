import cluster, { Worker } from 'node:cluster';

/** What the two ends of node:cluster say to each other of a connection. */
interface ClusterMessage {
  readonly cmd?: string;
  readonly act?: string;
  readonly seq?: number;
  readonly ack?: number;
}

interface Handle {
  close(): void;
}

type Send = (message: ClusterMessage, handle?: Handle, ...rest: unknown[]) => boolean;

/**
 * A connection that is on its way to a worker when that worker dies has nobody: node:cluster has given it away and never
 * hears that it was taken, so its client would wait for ever. Here it comes back as if the worker had refused it, and
 * goes to another one. Nothing has been read from it: a worker says that it takes a connection before it reads.
 */
export function returnConnections({ process }: Worker): void {
  const given = new Map<number, Handle>();
  const send = process.send.bind(process) as Send;
  const noted: Send = (message, handle, ...rest) => {
    if (message.act === 'newconn' && handle) given.set(message.seq!, handle);
    return send(message, handle, ...rest);
  };
  process.send = noted as typeof process.send;
  process.on('internalMessage', ({ ack }: ClusterMessage) => ack !== undefined && given.delete(ack));
  process.once('disconnect', () => {
    // Not before node:cluster has struck the worker off, or it would be given them again.
    setImmediate(() => {
      const others = Object.values(cluster.workers ?? {}).some((worker) => worker?.isConnected());
      for (const [seq, handle] of given) {
        if (others)
          process.emit(
            'internalMessage' as 'message',
            { cmd: 'NODE_CLUSTER', ack: seq, accepted: false },
            null as never,
          );
        else handle.close();
      }
    });
  });
}
