import { Global, Module } from '@nestjs/common';
import { IdempotencyKeys } from '@fleet/application/shared/idempotency/idempotency-keys';
import { SqlIdempotencyKeys } from './sql-idempotency-keys';

/** The keys that requests were named by. For all features: what is erased must go from the kept answers too. */
@Global()
@Module({ providers: [{ provide: IdempotencyKeys, useClass: SqlIdempotencyKeys }], exports: [IdempotencyKeys] })
export class IdempotencyKeysModule {}
