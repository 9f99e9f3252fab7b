import { setImmediate as endOfTurn } from 'node:timers/promises';
import { timeout, TimeoutStrategy } from 'cockatiel';

/** The other side did not answer in time. */
export class LateError extends Error {
  constructor(
    title: string,
    milliseconds: number,
    /** What was asked could not be stopped and goes on: it must not be asked a second time beside it. */
    readonly goesOn: boolean,
  ) {
    super(`${title} did not answer within ${milliseconds} ms.`);
    this.name = 'LateError';
  }
}

/** Gives up on answers that come late, and tells whoever works on them to stop. */
export class InTime {
  private readonly limit;

  constructor(
    private readonly title: string,
    private readonly milliseconds: number,
  ) {
    this.limit = timeout(milliseconds, { strategy: TimeoutStrategy.Cooperative, abortOnReturn: false });
  }

  /** @throws LateError */
  async wait<T>(answer: Promise<T>, stop: AbortController): Promise<T> {
    // What is asked leaves at the end of this turn of the event loop. How long the turn takes is not the other's fault.
    await Promise.race([answer, endOfTurn()]);
    return this.limit.execute(({ signal }) => Promise.race([answer, this.lateness(signal, answer, stop)]));
  }

  /** Fails when the time is up, once what had come by then was read: who looks late may find the answer there. */
  private lateness(signal: AbortSignal, answer: Promise<unknown>, stop: AbortController): Promise<never> {
    return new Promise((_, reject) => {
      const fail = async () => {
        stop.abort();
        const goesOn = await Promise.race([answer.then(ended, ended), endOfTurn(true)]);
        reject(new LateError(this.title, this.milliseconds, goesOn));
      };
      signal.addEventListener('abort', () => setImmediate(() => void fail()), { once: true });
    });
  }
}

const ended = () => false;
