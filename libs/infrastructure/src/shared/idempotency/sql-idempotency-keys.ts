import { Injectable } from '@nestjs/common';
import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import {
  Answer,
  IdempotencyKeys,
  KeptAnswer,
  KeyedRequest,
} from '@fleet/application/shared/idempotency/idempotency-keys';
import { IdempotencyInFlightError } from '@fleet/application/shared/idempotency/idempotency.errors';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { takeName } from '@fleet/infrastructure/shared/database/name-lock';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Statements } from '@fleet/infrastructure/shared/database/statements';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { guarded } from '@fleet/infrastructure/shared/database/unique-keys';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { placeOf } from '@fleet/infrastructure/shared/secrets/sealed-columns';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';
import { IdempotencyKeySchema } from './idempotency-key.record';
import { resourceIdOf } from './resource-id-of';

const KEY_TAKEN = {
  name: 'PK_IdempotencyKeys',
  column: 'IdempotencyKeys.Id',
  error: () => new ConcurrentUpdateError(),
};

const FIND = `SELECT RequestHash AS "requestHash", Status AS "status", Response AS "response",
  CASE WHEN CreatedAt > ? THEN 0 ELSE 1 END AS "expired" FROM IdempotencyKeys WHERE Id = ?`;

interface FoundKey {
  readonly requestHash: string;
  readonly status: number;
  readonly response: string | null;
  readonly expired: number;
}

/**
 * A row a key. Both hashes are keyed: a plain one of a request that has a password in it would let whoever reads the
 * database try passwords at full speed. The answer is sealed, because it may be about a person, or hold a secret.
 */
@Injectable()
export class SqlIdempotencyKeys extends IdempotencyKeys {
  constructor(
    private readonly transaction: Transaction,
    private readonly statements: Statements,
    private readonly database: PrimaryDatabase,
    private readonly hashes: BlindIndex,
    private readonly box: SecretBox,
  ) {
    super();
  }

  async find(request: KeyedRequest, since: Date): Promise<KeptAnswer | null> {
    const found = await this.row(request, since);
    return found && !found.expired ? this.kept(found, request) : null;
  }

  async claim(request: KeyedRequest, since: Date): Promise<KeptAnswer | null> {
    const id = this.idOf(request);
    const isOurs = await takeName(this.transaction.manager, `idempotency ${id}`);
    const found = await this.row(request, since);
    if (found && !found.expired) return this.kept(found, request);
    if (!isOurs) throw new IdempotencyInFlightError();
    if (found) await this.statements.change('DELETE FROM IdempotencyKeys WHERE Id = ?', [id]);
    return null;
  }

  async keep(request: KeyedRequest, { status, body }: Answer, now: Date): Promise<void> {
    const id = this.idOf(request);
    const text = JSON.stringify(body) as string | undefined;
    const row = {
      id,
      requestHash: this.hashOf(request),
      status,
      response: text === undefined ? null : this.box.seal(text, placeOfAnswer(id)),
      resourceId: resourceIdOf(body),
      createdAt: now,
    };
    await guarded([KEY_TAKEN], () => bulkInsert(this.transaction.manager, IdempotencyKeySchema, [row]));
  }

  async forget(resourceId: string): Promise<void> {
    await this.statements.change('DELETE FROM IdempotencyKeys WHERE ResourceId = ?', [resourceId]);
  }

  async sweep(since: Date, limit: number): Promise<number> {
    const oldest = `SELECT Id FROM IdempotencyKeys WHERE CreatedAt <= ? ORDER BY CreatedAt ${this.statements.firstRows}`;
    return this.statements.change(`DELETE FROM IdempotencyKeys WHERE Id IN (${oldest})`, [since, limit]);
  }

  private async row(request: KeyedRequest, since: Date): Promise<FoundKey | null> {
    const [row] = await this.database.query<FoundKey>(FIND, [since, this.idOf(request)]);
    return row ?? null;
  }

  private kept({ requestHash, status, response }: FoundKey, request: KeyedRequest): KeptAnswer {
    if (requestHash !== this.hashOf(request)) return { status, body: undefined, isSameRequest: false };
    const body: unknown =
      response === null ? undefined : JSON.parse(this.box.open(response, placeOfAnswer(this.idOf(request))));
    return { status, body, isSameRequest: true };
  }

  private idOf({ scope, key }: KeyedRequest): string {
    return this.hashes.of('IdempotencyKeys.Id', JSON.stringify([scope, key]));
  }

  private hashOf({ content }: KeyedRequest): string {
    return this.hashes.of('IdempotencyKeys.RequestHash', content);
  }
}

function placeOfAnswer(id: string): string {
  return placeOf('IdempotencyKeys', 'Response', id);
}
