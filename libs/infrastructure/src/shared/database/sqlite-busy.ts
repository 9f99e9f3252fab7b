import { setTimeout as sleep } from 'node:timers/promises';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { isBusy } from './database-errors';

const PAUSE_MS = 4;

/**
 * Tries again while another process holds the file. The driver would wait by standing still, so this waits instead.
 *
 * @param giveUpAt as `performance.now()` counts; one attempt is made in any case
 * @throws UnavailableError after that
 */
export async function whileBusy<T>(giveUpAt: number, attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > giveUpAt) throw new UnavailableError('The database is busy.', error);
      await sleep(1 + Math.random() * PAUSE_MS);
    }
  }
}
