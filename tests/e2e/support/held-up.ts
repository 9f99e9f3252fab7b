import { readFileSync } from 'node:fs';

const EVERY_MS = 1;
const NANOSECONDS_A_MS = 1e6;

/** Milliseconds of processor time that this thread has used: what others on the machine take does not count. */
function threadMilliseconds(): number {
  return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / NANOSECONDS_A_MS;
}

/** How long the event loop was held up at most, in milliseconds of this thread's own work, until `work` was done. */
export async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let before = threadMilliseconds();
  const look = () => {
    const now = threadMilliseconds();
    longest = Math.max(longest, now - before);
    before = now;
  };
  const timer = setInterval(look, EVERY_MS);
  try {
    await work();
    look();
  } finally {
    clearInterval(timer);
  }
  return longest;
}
