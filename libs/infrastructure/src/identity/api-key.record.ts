import { EntitySchema } from 'typeorm';

/** Without `LastUsedAt`, which is no part of the aggregate: it is written beside it, without a new version. */
export interface ApiKeyRecord {
  id: string;
  name: string;
  prefix: string;
  keyHash: string;
  /** A JSON list of permissions. */
  scopes: string;
  createdBy: string;
  expiresAt: Date | null;
  revokedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export const ApiKeySchema = new EntitySchema<ApiKeyRecord>({
  name: 'ApiKey',
  tableName: 'ApiKeys',
  columns: {
    id: { name: 'Id', type: 'uniqueidentifier', primary: true },
    name: { name: 'Name', type: 'nvarchar', length: 100 },
    prefix: { name: 'Prefix', type: 'nvarchar', length: 12 },
    keyHash: { name: 'KeyHash', type: 'nvarchar', length: 43 },
    scopes: { name: 'Scopes', type: 'nvarchar', length: 'MAX' },
    createdBy: { name: 'CreatedBy', type: 'uniqueidentifier' },
    expiresAt: { name: 'ExpiresAt', type: 'datetime2', precision: 3, nullable: true },
    revokedAt: { name: 'RevokedAt', type: 'datetime2', precision: 3, nullable: true },
    version: { name: 'Version', type: 'int' },
    createdAt: { name: 'CreatedAt', type: 'datetime2', precision: 3 },
    updatedAt: { name: 'UpdatedAt', type: 'datetime2', precision: 3 },
  },
});
