import { ShortMemory } from './short-memory';

interface Known {
  readonly of: string;
}

let asked: string[];
let answer: (value: Known | null) => void;
let fail: (error: Error) => void;
let time: number;
let memory: ShortMemory<Known>;
beforeEach(() => {
  [asked, time] = [[], 1_000];
  const load = (key: string) => {
    asked.push(key);
    return new Promise<Known | null>((resolve, reject) => ([answer, fail] = [resolve, reject]));
  };
  memory = new ShortMemory(load, { now: () => time });
});

async function know(key: string, value: Known): Promise<void> {
  const loading = memory.get(key);
  answer(value);
  await loading;
}

const ANA = { of: 'ana' };

it('asks once for any number who ask at once, and then not for 15 seconds', async () => {
  const questions = ['a', 'a', 'a'].map(async (key) => memory.get(key));
  answer(ANA);
  expect(await Promise.all(questions)).toEqual([ANA, ANA, ANA]);
  time += 14_999;
  expect(memory.get('a')).toBe(ANA);
  expect(asked).toEqual(['a']);
  time += 2;
  expect(memory.get('a')).toBeInstanceOf(Promise);
  expect(asked).toEqual(['a', 'a']);
});

it('does not remember what is not there, nor a failure', async () => {
  const missing = memory.get('a');
  answer(null);
  expect(await missing).toBeNull();
  const failing = memory.get('a');
  fail(new Error('away'));
  await expect(failing).rejects.toThrow('away');
  await know('a', ANA);
  expect(memory.get('a')).toBe(ANA);
  expect(asked).toHaveLength(3);
});

it('forgets one, or all of somebody, at once', async () => {
  await know('a', ANA);
  await know('b', ANA);
  await know('c', { of: 'bia' });
  memory.forget('a');
  expect(memory.get('a')).toBeInstanceOf(Promise);
  memory.forgetAll(({ of }) => of === 'ana');
  expect(memory.get('b')).toBeInstanceOf(Promise);
  expect(memory.get('c')).toEqual({ of: 'bia' });
});

it.each<[string, () => void]>([
  ['that one was forgotten', () => memory.forget('a')],
  ['anything of somebody was', () => memory.forgetAll(() => false)],
])('does not keep what it began to load before %s', async (_, forget) => {
  const before = memory.get('a');
  const answerOld = answer;
  forget();
  const after = memory.get('a');
  expect(asked).toEqual(['a', 'a']);
  answerOld({ of: 'old' });
  expect(await before).toEqual({ of: 'old' });
  answer(ANA);
  expect(await after).toBe(ANA);
  expect(memory.get('a')).toBe(ANA);
});
