import { EntitySchema } from 'typeorm';

export interface LeaseRecord {
  name: string;
  holder: string;
  expiresAt: Date;
  epoch: number;
}

export const LeaseSchema = new EntitySchema<LeaseRecord>({
  name: 'Lease',
  tableName: 'Leases',
  columns: {
    name: { name: 'Name', type: 'nvarchar', length: 100, primary: true },
    holder: { name: 'Holder', type: 'uniqueidentifier' },
    expiresAt: { name: 'ExpiresAt', type: 'datetime2', precision: 3 },
    epoch: { name: 'Epoch', type: 'bigint' },
  },
});
