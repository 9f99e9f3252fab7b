import type { Worker } from 'node:cluster';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { AlsActionContext } from '@fleet/infrastructure/shared/context/als-action-context';
import { createLogger } from '@fleet/infrastructure/shared/logging/create-logger';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { Outbound } from '@fleet/infrastructure/shared/resilience/outbound';
import type { Channel } from '@fleet/infrastructure/shared/siblings/channel';
import { Exchange } from '@fleet/infrastructure/shared/siblings/exchange';
import { HUNG_AFTER_MS, watch } from '@fleet/infrastructure/shared/siblings/watch';
import { StartReason, Workers } from './workers';

/**
 * Starts `WORKERS` processes that share the port, and serves nobody itself. On SIGHUP it replaces them one by one; one that
 * hangs it ends, and another one takes its place.
 * @param hungAfter how long a worker may owe an answer, in milliseconds
 * @throws Error when the first of them ends before it serves
 */
export async function superviseWorkers(configuration: Configuration, hungAfter = HUNG_AFTER_MS): Promise<Workers> {
  const { WORKERS } = configuration.environment;
  const outbound = new Outbound(configuration.environment, new Metrics());
  const log = createLogger(configuration, new AlsActionContext(), outbound).child({ context: 'Workers' });
  const exchange = new Exchange();
  const channels = new WeakMap<Worker, Channel>();
  // Connections that it is given wait for ever. It would not hear a signal that asks.
  const end = (worker: Worker) => {
    log.error(`Worker ${worker.process.pid} has not answered for ${hungAfter / 1000} s: it hangs, and is ended.`);
    worker.process.kill('SIGKILL');
  };
  const care = {
    started: (worker: Worker, reason: StartReason) => {
      const channel = exchange.connect(worker.process, reason);
      channels.set(worker, channel);
      return new Promise<void>((serves) =>
        channel.on('serving', () => {
          // Its last words may be read when it is gone.
          if (worker.isDead()) return;
          worker.once(
            'exit',
            watch(channel, hungAfter, () => end(worker)),
          );
          serves();
        }),
      );
    },
    retire: (worker: Worker) => channels.get(worker)!.tell('retire', null),
  };
  const workers = new Workers(WORKERS, care, log);
  await workers.start();
  process.on('SIGHUP', () => void workers.replaceAll());
  return workers;
}
