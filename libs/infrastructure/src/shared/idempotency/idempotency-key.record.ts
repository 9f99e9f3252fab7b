import { EntitySchema } from 'typeorm';

export interface IdempotencyKeyRecord {
  id: string;
  requestHash: string;
  status: number;
  response: string | null;
  resourceId: string | null;
  createdAt: Date;
}

export const IdempotencyKeySchema = new EntitySchema<IdempotencyKeyRecord>({
  name: 'IdempotencyKey',
  tableName: 'IdempotencyKeys',
  columns: {
    id: { name: 'Id', type: 'nvarchar', length: 43, primary: true },
    requestHash: { name: 'RequestHash', type: 'nvarchar', length: 43 },
    status: { name: 'Status', type: 'int' },
    response: { name: 'Response', type: 'nvarchar', length: 'MAX', nullable: true },
    resourceId: { name: 'ResourceId', type: 'uniqueidentifier', nullable: true },
    createdAt: { name: 'CreatedAt', type: 'datetime2', precision: 3 },
  },
});
