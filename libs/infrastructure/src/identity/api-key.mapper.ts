import { ApiKey } from '@fleet/domain/identity/api-key';
import { Permission } from '@fleet/domain/identity/permissions';
import { ApiKeyRecord } from './api-key.record';

export function toApiKey(record: ApiKeyRecord): ApiKey {
  return ApiKey.restore({
    ...record,
    id: record.id.toLowerCase(),
    createdBy: record.createdBy.toLowerCase(),
    scopes: JSON.parse(record.scopes) as Permission[],
  });
}

export function toApiKeyRecord(key: ApiKey): ApiKeyRecord {
  const snapshot = key.snapshot();
  return { ...snapshot, scopes: JSON.stringify(snapshot.scopes) };
}
