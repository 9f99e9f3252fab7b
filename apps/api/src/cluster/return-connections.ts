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

/** How long after a worker's end what it has said may still be read. */
const LAST_WORDS_MS = 500;

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
  const giveBack = () => {
    for (const [seq, handle] of given) {
      if (isAnybodyServing()) process.emit('internalMessage' as 'message', refusal(seq), undefined as never);
      else handle.close();
    }
    given.clear();
  };
  // Not before node:cluster has struck the worker off, or it would be given them again.
  process.once('disconnect', () => setImmediate(giveBack));
  // A worker that died in the middle of a message is never heard to disconnect.
  process.once('exit', () => setTimeout(giveBack, LAST_WORDS_MS));
}

function refusal(seq: number): ClusterMessage & { accepted: boolean } {
  return { cmd: 'NODE_CLUSTER', ack: seq, accepted: false };
}

function isAnybodyServing(): boolean {
  const others = Object.values(cluster.workers ?? {}) as (Worker & { state?: string })[];
  return others.some((worker) => worker.isConnected() && worker.state === 'listening');
}
