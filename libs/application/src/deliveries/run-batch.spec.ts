import { FixedClock, SingleTry } from '@fleet/tests/builders/fake-ports';
import { DeliveryNotFoundError } from '@fleet/domain/deliveries/delivery.errors';
import {
  ConcurrentUpdateError,
  UnavailableError,
  VersionMismatchError,
} from '@fleet/application/shared/application-error';
import { AnswerOnce } from '@fleet/application/shared/idempotency/answer-once';
import {
  Answer,
  IdempotencyKeys,
  KeptAnswer,
  KeyedRequest,
} from '@fleet/application/shared/idempotency/idempotency-keys';
import {
  IdempotencyInFlightError,
  IdempotencyKeyReusedError,
} from '@fleet/application/shared/idempotency/idempotency.errors';
import { BatchCommand } from './batch-command';
import { BatchCommands } from './batch-commands';
import { BatchRejectedError } from './batch-rejected.error';
import { RunBatch } from './run-batch';

const KEYED: KeyedRequest = { scope: 'user:1', key: 'k', content: 'all' };

/** Keeps answers in memory. */
class KeysInMemory extends IdempotencyKeys {
  readonly kept = new Map<string, Answer & { content: string }>();

  async find({ scope, key, content }: KeyedRequest): Promise<KeptAnswer | null> {
    const kept = this.kept.get(`${scope} ${key}`);
    return kept ? { status: kept.status, body: kept.body, isSameRequest: kept.content === content } : null;
  }

  claim(request: KeyedRequest): Promise<KeptAnswer | null> {
    return this.find(request);
  }

  async keep({ scope, key, content }: KeyedRequest, answer: Answer): Promise<void> {
    this.kept.set(`${scope} ${key}`, { ...answer, content });
  }

  async forget(): Promise<void> {}

  async sweep(): Promise<number> {
    return 0;
  }
}

let keys: KeysInMemory;
let execute: jest.Mock<Promise<unknown>, [unknown]>;
let runBatch: RunBatch;
beforeEach(() => {
  keys = new KeysInMemory();
  let done = 0;
  execute = jest.fn<Promise<unknown>, [unknown]>(async () => ({ id: ++done }));
  const answerOnce = new AnswerOnce(new SingleTry(), keys, new FixedClock());
  runBatch = new RunBatch(new SingleTry(), answerOnce, { execute } as unknown as BatchCommands);
});

/** Commands at these places. */
function commands(...places: number[]): BatchCommand[] {
  return places.map((index) => ({
    index,
    content: `command ${index}`,
    work: { op: 'status', command: { id: String(index), status: 'Cancelled' } },
  }));
}

const failAt = (call: number, error: Error) => {
  const succeed = execute.getMockImplementation()!;
  let calls = 0;
  execute.mockImplementation((work) => (calls++ === call ? Promise.reject(error) : succeed(work)));
};

const named = (...errors: Error[]): [string, Error][] => errors.map((error) => [error.name, error]);

describe('each for itself', () => {
  it('goes on behind a failure, whatever it is', async () => {
    const error = new Error('a mistake of ours');
    failAt(1, error);
    expect(await runBatch.each(commands(0, 2, 5))).toEqual([
      { index: 0, delivery: { id: 1 }, replayed: false },
      { index: 2, error },
      { index: 5, delivery: { id: 2 }, replayed: false },
    ]);
    expect(keys.kept.size).toBe(0);
  });

  it('tries nothing more once the database is away', async () => {
    const error = new UnavailableError('away');
    failAt(1, error);
    expect((await runBatch.each(commands(0, 1, 2, 3))).slice(1)).toEqual([1, 2, 3].map((index) => ({ index, error })));
    expect(execute).toHaveBeenCalledTimes(2);
  });

  it('with a key does what is not done yet', async () => {
    failAt(1, new DeliveryNotFoundError());
    const first = await runBatch.each(commands(0, 1, 2), KEYED);
    expect([...keys.kept.keys()]).toEqual(['user:1 k', 'user:1 k 0', 'user:1 k 2']);
    const again = await runBatch.each(commands(0, 1, 2), KEYED);
    expect(again).toEqual([
      { ...first[0], replayed: true },
      { index: 1, delivery: { id: 3 }, replayed: false },
      { ...first[2], replayed: true },
    ]);
    expect(execute).toHaveBeenCalledTimes(4);
  });

  it('does nothing under a key of another batch', async () => {
    await runBatch.each(commands(0), KEYED);
    const other = runBatch.each(commands(0, 1), { ...KEYED, content: 'other' });
    await expect(other).rejects.toThrow(IdempotencyKeyReusedError);
    expect(execute).toHaveBeenCalledTimes(1);
  });

  it('leaves the batch to whoever else is at work on it', async () => {
    failAt(1, new IdempotencyInFlightError());
    await expect(runBatch.each(commands(0, 1, 2), KEYED)).rejects.toThrow(IdempotencyInFlightError);
    expect(execute).toHaveBeenCalledTimes(2);
  });
});

describe('together', () => {
  it('gives what was done, and the same again under its key', async () => {
    const first = await runBatch.together(commands(0, 1), KEYED);
    expect(first.map(({ replayed }) => replayed)).toEqual([false, false]);
    expect(await runBatch.together(commands(0, 1), KEYED)).toEqual(first.map((one) => ({ ...one, replayed: true })));
    expect(execute).toHaveBeenCalledTimes(2);
  });

  it.each(named(new DeliveryNotFoundError(), new VersionMismatchError(3)))(
    'ends with the command that is at fault: %s',
    async (_, cause) => {
      failAt(1, cause);
      const error = await runBatch.together(commands(0, 4, 5)).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(BatchRejectedError);
      expect(error).toMatchObject({ code: 'BATCH_REJECTED', index: 4, cause });
      expect(execute).toHaveBeenCalledTimes(2);
    },
  );

  it.each(named(new ConcurrentUpdateError(), new UnavailableError('away'), new Error('a mistake of ours')))(
    'lets through what is no command’s fault: %s',
    async (_, fault) => {
      failAt(1, fault);
      await expect(runBatch.together(commands(0, 1))).rejects.toBe(fault);
    },
  );
});
