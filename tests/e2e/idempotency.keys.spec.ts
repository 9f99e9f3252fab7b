import { randomUUID } from 'node:crypto';
import { SchedulerRegistry } from '@nestjs/schedule';
import { AnswerOnce } from '@fleet/application/shared/idempotency/answer-once';
import { ANSWERS_KEPT_MS, IdempotencyKeys, KeyedRequest } from '@fleet/application/shared/idempotency/idempotency-keys';
import { IdempotencyKeyReusedError } from '@fleet/application/shared/idempotency/idempotency.errors';
import { SweepIdempotencyKeys } from '@fleet/application/shared/idempotency/sweep-idempotency-keys';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Clock } from '@fleet/domain/shared/clock';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

/** The test's clock. */
class SetClock extends Clock {
  private time = Date.parse('2026-01-31T12:00:00.000Z');

  now(): Date {
    return new Date(this.time);
  }

  advance(milliseconds: number): void {
    this.time += milliseconds;
  }
}

/** The API of `theirs` is another process, as far as `ours` can see. */
let ours: TestApi, theirs: TestApi;
let unitOfWork: UnitOfWork;
let keys: IdempotencyKeys;
let clock: SetClock;
let answerOnce: AnswerOnce;
let sweep: SweepIdempotencyKeys;
beforeAll(async () => {
  ours = await startTestApi();
  theirs = await startTestApi({ DATABASE_URL: ours.databaseUrl, WORKER: 'inline' });
  unitOfWork = ours.app.get(UnitOfWork, { strict: false });
  keys = ours.app.get(IdempotencyKeys, { strict: false });
  clock = new SetClock();
  answerOnce = new AnswerOnce(unitOfWork, keys, clock);
  sweep = new SweepIdempotencyKeys(unitOfWork, keys, clock);
});
beforeEach(() => ours.app.get(Database, { strict: false }).writer.query('DELETE FROM IdempotencyKeys'));
afterAll(async () => {
  // Its database is ours.
  await theirs?.app.close();
  await ours?.stop();
});

const request = (fields: Partial<KeyedRequest> = {}): KeyedRequest => ({
  scope: 'user:1',
  key: randomUUID(),
  content: 'POST /api/vehicles\n{}',
  ...fields,
});

let count = 0;
const work = async () => ({ status: 201, body: { count: ++count } as object });
/** What is answered to the request, and whether it was before. */
const send = async (keyed: KeyedRequest) => {
  const { body, replayed } = await answerOnce.execute(keyed, work);
  return { ...(body as { count: number }), replayed };
};
const stored = async () =>
  (await ours.app.get(Database, { strict: false }).writer.query<unknown[]>('SELECT Id FROM IdempotencyKeys')).length;

describe('an answer', () => {
  it('is given again for 24 hours and not a moment longer, swept or not', async () => {
    const keyed = request();
    const first = await send(keyed);
    clock.advance(ANSWERS_KEPT_MS - 1);
    expect(await send(keyed)).toEqual({ count: first.count, replayed: true });
    clock.advance(1);
    const second = await send(keyed);
    expect(second).toEqual({ count: first.count + 1, replayed: false });
    expect(await send(keyed)).toEqual({ count: second.count, replayed: true });
    expect([ANSWERS_KEPT_MS, await stored()]).toEqual([24 * 60 * 60 * 1000, 1]);
  });

  it('that is too old does not refuse another request with its key', async () => {
    const keyed = request();
    await send(keyed);
    clock.advance(ANSWERS_KEPT_MS);
    expect((await send({ ...keyed, content: 'POST /api/drivers\n' })).replayed).toBe(false);
    await expect(send(keyed)).rejects.toThrow(IdempotencyKeyReusedError);
  });

  it('that is too old stays, and is given to nobody, when the new work fails', async () => {
    const keyed = request();
    await send(keyed);
    clock.advance(ANSWERS_KEPT_MS);
    const failing = answerOnce.execute(keyed, () => Promise.reject(new Error('failed')));
    await expect(failing).rejects.toThrow('failed');
    expect((await send(keyed)).replayed).toBe(false);
  });

  it("is the caller's own: another one's key of the same name names something else", async () => {
    const key = randomUUID();
    const scopes = ['user:1', 'user:2', 'key:1', 'address:127.0.0.1', 'address:127.0.0.10', ''];
    for (const scope of scopes) expect((await send(request({ scope, key }))).replayed).toBe(false);
    for (const scope of scopes) expect((await send(request({ scope, key }))).replayed).toBe(true);
    // Not by running the two into each other, either.
    expect((await send(request({ scope: 'user:1' + key.slice(0, 1), key: key.slice(1) }))).replayed).toBe(false);
  });

  it('is sealed for its own row: put into another one it cannot be read', async () => {
    const [one, other] = [request(), request()];
    await send(one);
    await send(other);
    const { writer } = ours.app.get(Database, { strict: false });
    await writer.query('UPDATE IdempotencyKeys SET Response = (SELECT MAX(Response) FROM IdempotencyKeys)');
    const outcomes = await Promise.allSettled([send(one), send(other)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is forgotten with the person it is about', async () => {
    const [driver, other] = [randomUUID(), randomUUID()];
    const answering = (body: unknown) => async () => ({ status: 200, body });
    const bodies = [
      { id: driver, name: 'Ana' },
      { id: driver },
      { id: other },
      { driverId: driver },
      undefined,
      driver,
    ];
    const requests = bodies.map(() => request());
    for (const [index, body] of bodies.entries()) await answerOnce.execute(requests[index]!, answering(body));
    await unitOfWork.run(() => keys.forget(driver));
    const replays = requests.map(async (keyed) => (await answerOnce.execute(keyed, answering(null))).replayed);
    expect(await Promise.all(replays)).toEqual([false, false, true, true, true, true]);
  });
});

describe('a key that another process holds', () => {
  /** A request that is worked on until it is told to end. */
  function held(keyed: KeyedRequest) {
    let end = () => {};
    const gate = new Promise<void>((resolve) => (end = resolve));
    const outcome = new Promise<void>((begun) => {
      void answerOnce.execute(keyed, async () => {
        begun();
        await gate;
        return work();
      });
    });
    return { begun: outcome, end };
  }

  const theirTurn = (keyed: KeyedRequest) => {
    const once = new AnswerOnce(
      theirs.app.get(UnitOfWork, { strict: false }),
      theirs.app.get(IdempotencyKeys, { strict: false }),
      clock,
    );
    return once.execute(keyed, work);
  };

  // A server sees the other's row; the embedded engine has one writer, whom everybody waits for.
  (onSqlServer ? it : it.skip)('is in flight there, and nobody waits for it', async () => {
    const keyed = request();
    const { begun, end } = held(keyed);
    await begun;
    await expect(theirTurn(keyed)).rejects.toMatchObject({ code: 'IDEMPOTENCY_IN_FLIGHT' });
    expect((await theirTurn(request())).replayed).toBe(false);
    end();
  });

  // The embedded engine's way of the same.
  (onSqlServer ? it.skip : it)('is waited for with the file, and then its answer is given', async () => {
    const keyed = request();
    const { begun, end } = held(keyed);
    await begun;
    const before = count;
    const answer = theirTurn(keyed);
    end();
    expect(await answer).toEqual({ status: 201, body: { count: before + 1 }, replayed: true });
  });
});

describe('the sweep', () => {
  it('drops what is too old, in batches, and nothing else', async () => {
    const young = request();
    for (let row = 0; row < 2; row++) await unitOfWork.run(() => keepMany(1_250));
    clock.advance(ANSWERS_KEPT_MS - 1);
    await send(young);
    expect([await sweep.execute(), await stored()]).toEqual([0, 2_501]);
    clock.advance(1);
    expect([await sweep.execute(), await stored()]).toEqual([2_500, 1]);
    expect((await send(young)).replayed).toBe(true);
    expect(await sweep.execute()).toBe(0);
  });

  it('takes the oldest first, and no more than it is told to', async () => {
    const [old, older] = [request(), request()];
    await unitOfWork.run(() => keys.keep(old, { status: 200, body: 1 }, new Date(clock.now().getTime() - 1)));
    await unitOfWork.run(() => keys.keep(older, { status: 200, body: 1 }, new Date(clock.now().getTime() - 2)));
    expect(await unitOfWork.run(() => keys.sweep(clock.now(), 1))).toBe(1);
    expect([(await send(old)).replayed, (await send(older)).replayed]).toEqual([true, false]);
  });

  it('is done every hour by whoever runs the jobs', () => {
    const { cronTime, isActive } = theirs.app.get(SchedulerRegistry, { strict: false }).getCronJob('idempotency-sweep');
    expect([cronTime.source, cronTime.timeZone, isActive]).toEqual(['0 57 * * * *', 'UTC', true]);
  });

  async function keepMany(rows: number): Promise<void> {
    for (let row = 0; row < rows; row++) await keys.keep(request(), { status: 200, body: { row } }, clock.now());
  }
});
