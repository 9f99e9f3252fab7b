import { Injectable } from '@nestjs/common';
import { ApiKey } from '@fleet/domain/identity/api-key';
import { ApiKeyRepository } from '@fleet/domain/identity/api-key.repository';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { TypeOrmRepository } from '@fleet/infrastructure/shared/database/typeorm-repository';
import { toApiKey, toApiKeyRecord } from './api-key.mapper';
import { ApiKeyRecord, ApiKeySchema } from './api-key.record';

const MAPPING = { schema: ApiKeySchema, toAggregate: toApiKey, toRecord: toApiKeyRecord, uniqueKeys: [] };

@Injectable()
export class TypeOrmApiKeyRepository extends ApiKeyRepository {
  private readonly rows: TypeOrmRepository<ApiKey, ApiKeyRecord>;

  constructor(transaction: Transaction, eventLog: EventLog) {
    super();
    this.rows = new TypeOrmRepository(MAPPING, transaction, eventLog);
  }

  find(id: string): Promise<ApiKey | null> {
    return this.rows.find(id);
  }

  add(key: ApiKey): Promise<void> {
    return this.rows.add(key);
  }

  update(key: ApiKey): Promise<void> {
    return this.rows.update(key);
  }

  remove(key: ApiKey): Promise<void> {
    return this.rows.remove(key);
  }
}
