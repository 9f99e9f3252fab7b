import { setTimeout as sleep } from 'node:timers/promises';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { isBusy } from './database-errors';

const PAUSE_MS = 4;

/**
 * Tries again while another process holds the file. The driver would wait by standing still, so this waits instead.
 *
 * @param onBusy is told once, when the first attempt was in vain
 * @param giveUpAt as `performance.now()` counts; one attempt is made in any case
 * @throws UnavailableError after that
 */
export async function whileBusy<T>(giveUpAt: number, attempt: () => Promise<T>, onBusy?: () => void): Promise<T> {
  for (let attempts = 0; ; attempts++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (attempts === 0) onBusy?.();
      if (performance.now() > giveUpAt) throw new UnavailableError('The database is busy.', error);
      await sleep(1 + Math.random() * PAUSE_MS);
    }
  }
}
