import { randomUUID } from 'node:crypto';
import { AnswerOnce } from '@fleet/application/shared/idempotency/answer-once';
import { IdempotencyKeys } from '@fleet/application/shared/idempotency/idempotency-keys';
import { RotateEncryptionKeys } from '@fleet/application/shared/rotate-encryption-keys';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Clock } from '@fleet/domain/shared/clock';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { ensureKnownKeys } from '@fleet/infrastructure/shared/secrets/key-checks';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { startTestApi, TestApi } from './support/test-api';
import { createTestDatabase, TestDatabase } from './support/test-database';

const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const [OLD, NEW] = [`old_1:${secret(1)}`, `new_1:${secret(2)}`];

let database: TestDatabase;
beforeEach(() => {
  database = createTestDatabase();
});
afterEach(() => database.drop());

/** The product as it runs with these keys, jobs included; what it leaves is for the next one. */
async function withKeys<T>(ENCRYPTION_KEYS: string, work: (app: TestApi['app']) => Promise<T>): Promise<T> {
  const kept = { ...database, drop: async () => undefined };
  const api = await startTestApi({ DATABASE_URL: database.url, WORKER: 'inline', ENCRYPTION_KEYS }, kept);
  try {
    return await work(api.app);
  } finally {
    await api.stop();
  }
}

const BODIES = [{ name: 'Ana' }, { name: 'Bia' }, undefined];
const REQUESTS = BODIES.map(() => ({ scope: 'user:1', key: randomUUID(), content: 'POST /api/drivers' }));

/** Sends each request and says how it is answered. */
async function answers(app: TestApi['app']): Promise<unknown[]> {
  const port = { strict: false } as const;
  const once = new AnswerOnce(app.get(UnitOfWork, port), app.get(IdempotencyKeys, port), app.get(Clock, port));
  const answered: unknown[] = [];
  for (const [at, request] of REQUESTS.entries()) {
    answered.push(await once.execute(request, async () => ({ status: 200, body: BODIES[at] })));
  }
  return answered;
}

const rotate = (app: TestApi['app']) => app.get(RotateEncryptionKeys, { strict: false }).execute();

/** What is sealed of the administrator: two fields. And the key of whose events they are in. */
const SEALED_OF_ADMINISTRATOR = 3;

describe('a new encryption key and the answers that are kept for repeats', () => {
  it('moves them too, so that they are given again once the old one is thrown away', async () => {
    await withKeys(OLD, answers);
    const moved = 2 + SEALED_OF_ADMINISTRATOR;
    expect(await withKeys(`${NEW},${OLD}`, rotate)).toEqual({ moved, left: 0 });
    const again = BODIES.map((body) => ({ status: 200, body, replayed: true }));
    expect(await withKeys(NEW, answers)).toEqual(again);
  });

  it('says that something is left while one of them needs the old one, which then must not be missing', async () => {
    await withKeys(`${NEW},${OLD}`, async (app) => {
      await answers(app);
      const { writer } = app.get(Database, { strict: false });
      const keys = app.get(SecretKeys, { strict: false });
      // No key opens this any more, so it cannot move.
      const asOld = `REPLACE(Response, 'v1:new_1:', 'v1:old_1:')`;
      await writer.query(`UPDATE IdempotencyKeys SET Response = ${asOld}`);
      expect(await rotate(app)).toEqual({ moved: 0, left: 2 });
      const withoutOld = new SecretKeys(keys.tokens, [keys.encryption[0]], keys.blindIndex);
      await expect(ensureKnownKeys(writer, withoutOld)).rejects.toThrow('The encryption key old_1 is missing.');
      await writer.query('DELETE FROM IdempotencyKeys');
      await ensureKnownKeys(writer, withoutOld);
    });
  });
});
