import { setTimeout as sleep } from 'node:timers/promises';
import { UnavailableError } from '@fleet/application/shared/application-error';

const GIVE_UP_AFTER_MS = 60_000;
const PAUSE_MS = 2_000;

/** What the waiting goes by. Milliseconds. */
export interface Waiting {
  now(): number;
  pause(milliseconds: number): Promise<unknown>;
}

const REAL: Waiting = { now: () => performance.now(), pause: sleep };

/**
 * Opens something that may not be there yet, for up to a minute.
 *
 * @param onFailure is told why it did not open, and for how many more seconds it is asked again
 * @throws UnavailableError after that
 */
export async function askAgain<T>(
  open: () => Promise<T>,
  onFailure: (reason: string, secondsLeft: number) => void,
  waiting: Waiting = REAL,
): Promise<T> {
  const giveUpAt = waiting.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      const left = giveUpAt - waiting.now();
      if (left < PAUSE_MS) throw cannotOpen(error);
      onFailure(reasonOf(error), Math.round(left / 1000));
      await waiting.pause(PAUSE_MS);
    }
  }
}

export function cannotOpen(error: unknown): UnavailableError {
  return new UnavailableError(`The database cannot be opened: ${reasonOf(error)}`, error);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
