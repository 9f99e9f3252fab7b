import { EntitySchema } from 'typeorm';

/** The key of one person's own, sealed with the installation's. It goes when the person does. */
export interface PersonKeyRecord {
  personId: string;
  wrappedKey: string;
  createdAt: Date;
}

export const PersonKeySchema = new EntitySchema<PersonKeyRecord>({
  name: 'PersonKey',
  tableName: 'PersonKeys',
  columns: {
    personId: { name: 'PersonId', type: 'uniqueidentifier', primary: true },
    wrappedKey: { name: 'WrappedKey', type: 'nvarchar', length: 120 },
    createdAt: { name: 'CreatedAt', type: 'datetime2', precision: 3 },
  },
});
