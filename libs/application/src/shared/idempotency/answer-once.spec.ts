import { FixedClock, SingleTry } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { AnswerOnce } from './answer-once';
import { Answer, IdempotencyKeys, KeptAnswer, KeyedRequest } from './idempotency-keys';
import { IdempotencyInFlightError, IdempotencyKeyReusedError } from './idempotency.errors';

const REQUEST: KeyedRequest = { scope: 'user:1', key: 'k', content: 'POST /api/vehicles\n{}' };
const ANSWER: Answer = { status: 201, body: { id: 1 } };

/** Knows one answer, and notes what it is asked. */
class NotedKeys extends IdempotencyKeys {
  kept: KeptAnswer | null = null;
  readonly notes: unknown[] = [];

  async find(request: KeyedRequest): Promise<KeptAnswer | null> {
    this.notes.push(['find', request.key]);
    return this.kept;
  }

  async claim(request: KeyedRequest, since: Date): Promise<KeptAnswer | null> {
    this.notes.push(['claim', request.key, since.toISOString()]);
    return this.kept;
  }

  async keep(request: KeyedRequest, answer: Answer, now: Date): Promise<void> {
    this.notes.push(['keep', request.key, answer, now.toISOString()]);
  }

  async forget(): Promise<void> {}

  async sweep(): Promise<number> {
    return 0;
  }
}

let keys: NotedKeys;
let answerOnce: AnswerOnce;
beforeEach(() => {
  keys = new NotedKeys();
  answerOnce = new AnswerOnce(new SingleTry(), keys, new FixedClock());
});

const DAY_BEFORE = new Date(NOW.getTime() - 24 * 60 * 60 * 1000).toISOString();

describe('AnswerOnce', () => {
  it('claims the key, does the work, and keeps its answer', async () => {
    const work = async () => {
      keys.notes.push('work');
      return ANSWER;
    };
    expect(await answerOnce.execute(REQUEST, work)).toEqual({ ...ANSWER, replayed: false });
    expect(keys.notes).toEqual([['claim', 'k', DAY_BEFORE], 'work', ['keep', 'k', ANSWER, NOW.toISOString()]]);
  });

  it('gives a kept answer without doing the work', async () => {
    keys.kept = { ...ANSWER, isSameRequest: true };
    const work = jest.fn<Promise<Answer>, []>();
    expect(await answerOnce.execute(REQUEST, work)).toEqual({ ...ANSWER, replayed: true });
    expect([work.mock.calls.length, keys.notes.length]).toEqual([0, 1]);
  });

  it('refuses a key of another request', async () => {
    keys.kept = { ...ANSWER, isSameRequest: false };
    await expect(answerOnce.execute(REQUEST, async () => ANSWER)).rejects.toThrow(IdempotencyKeyReusedError);
  });

  it('keeps nothing of work that fails, and lets the key be used again', async () => {
    const failed = answerOnce.execute(REQUEST, () => Promise.reject(new Error('failed')));
    await expect(failed).rejects.toThrow('failed');
    expect(keys.notes).toEqual([['claim', 'k', DAY_BEFORE]]);
    expect((await answerOnce.execute(REQUEST, async () => ANSWER)).replayed).toBe(false);
  });

  it('refuses a second request with the key while the first is worked on', async () => {
    let finish: (answer: Answer) => void = () => undefined;
    const first = answerOnce.execute(REQUEST, () => new Promise((resolve) => (finish = resolve)));
    await expect(answerOnce.execute(REQUEST, async () => ANSWER)).rejects.toThrow(IdempotencyInFlightError);
    const others = [{ scope: 'user:2' }, { key: 'l' }, { scope: 'user:1k', key: '' }];
    for (const other of others) await answerOnce.execute({ ...REQUEST, ...other }, async () => ANSWER);
    expect(keys.notes.filter((note) => (note as string[])[0] === 'find')).toEqual([['find', 'k']]);
    finish(ANSWER);
    expect((await first).replayed).toBe(false);
    expect(keys.notes.filter((note) => (note as string[])[1] === 'k')).toHaveLength(5);
  });

  it('gives an answer that was kept meanwhile to whoever meets another repeat', async () => {
    let finish: (answer: KeptAnswer) => void = () => undefined;
    jest.spyOn(keys, 'claim').mockReturnValueOnce(new Promise((resolve) => (finish = resolve)));
    const first = answerOnce.execute(REQUEST, async () => ANSWER);
    keys.kept = { ...ANSWER, isSameRequest: true };
    const work = jest.fn<Promise<Answer>, []>();
    expect(await answerOnce.execute(REQUEST, work)).toEqual({ ...ANSWER, replayed: true });
    keys.kept = { ...ANSWER, isSameRequest: false };
    await expect(answerOnce.execute(REQUEST, work)).rejects.toThrow(IdempotencyKeyReusedError);
    finish({ ...ANSWER, isSameRequest: true });
    expect((await first).replayed).toBe(true);
  });
});
