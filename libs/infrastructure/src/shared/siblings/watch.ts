import { Channel } from './channel';

/**
 * Nothing that ends by itself keeps a worker this long: garbage is collected within seconds, a request is given up after
 * 30 s (`REQUEST_TIMEOUT_MS`) and so is an orderly stop, so that nobody waits any more for what it had begun. Who stops it
 * in a debugger has the time to look around; whoever needs longer debugs a process that serves alone. In milliseconds.
 */
export const HUNG_AFTER_MS = 45_000;

const CALLS = 9;

/**
 * Calls a worker again and again; whoever leaves nine calls in a row unanswered hangs. Calls are counted and not time: a
 * machine that has stood still, its own process with it, finds everybody silent for long and nobody hung. They are not
 * asked as for an answer: whoever is late with one is not waited for by those who have news.
 * @param silence how long a worker may owe an answer, in milliseconds
 * @param hangs called once, after which it is no longer watched
 * @returns what ends the watch
 */
export function watch(worker: Channel, silence: number, hangs: () => void): () => void {
  let heard = worker.heard;
  let unanswered = 0;
  const call = () => worker.tell('alive', null);
  const look = () => {
    unanswered = worker.heard === heard ? unanswered + 1 : 0;
    heard = worker.heard;
    if (unanswered < CALLS) return call();
    stop();
    hangs();
  };
  const timer = setInterval(look, silence / CALLS).unref();
  const stop = () => clearInterval(timer);
  call();
  return stop;
}
