import { UnavailableError } from '@fleet/application/shared/application-error';
import { askAgain, Waiting } from './ask-again';

/** Time that passes when somebody waits, and when an attempt takes its time. */
class Watch implements Waiting {
  private passed = 5_000;

  now(): number {
    return this.passed;
  }

  async pause(milliseconds: number): Promise<void> {
    this.passed += milliseconds;
  }
}

let watch: Watch;
let told: string[];
beforeEach(() => {
  watch = new Watch();
  told = [];
});

/** Opens at the given attempt, each of which takes some time. */
function opensAt(attempt: number, milliseconds = 0): () => Promise<string> {
  let count = 0;
  return async () => {
    await watch.pause(milliseconds);
    if (++count < attempt) throw new Error('connection refused');
    return 'open';
  };
}

const ask = (open: () => Promise<string>) =>
  askAgain(open, (reason, seconds) => told.push(`${reason}, ${seconds} s`), watch);

it('opens at once what is there, without a word', async () => {
  expect(await ask(opensAt(1))).toBe('open');
  expect([told, watch.now()]).toEqual([[], 5_000]);
});

it('asks again every two seconds, and says so', async () => {
  expect(await ask(opensAt(3))).toBe('open');
  expect(told).toEqual(['connection refused, 60 s', 'connection refused, 58 s']);
  expect(watch.now()).toBe(9_000);
});

it('opens what comes at the last moment', async () => {
  expect(await ask(opensAt(31))).toBe('open');
});

it('gives up after a minute', async () => {
  await expect(ask(opensAt(Infinity))).rejects.toThrow('The database cannot be opened: connection refused');
  expect(watch.now() - 5_000).toBe(60_000);
  expect(told).toHaveLength(30);
});

it('gives up after a minute when each attempt takes long', async () => {
  await expect(ask(opensAt(Infinity, 15_000))).rejects.toThrow(UnavailableError);
  expect(watch.now() - 5_000).toBeLessThanOrEqual(75_000);
});
