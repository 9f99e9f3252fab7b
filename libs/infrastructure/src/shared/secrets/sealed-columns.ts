/** A table with columns that are sealed with the installation's keys. */
export interface SealedTable {
  readonly table: string;
  /** The column that says whose row it is: part of the place that a value is sealed for. */
  readonly id: string;
  /** UUIDs are part of it in lower case, whatever the database answers; a text is so as it stands. */
  readonly idType: 'uuid' | 'text';
  readonly columns: readonly string[];
}

/** Everything that a change of keys must seal anew, and that keeps an old key from being thrown away. */
export const SEALED_TABLES: readonly SealedTable[] = [
  { table: 'Drivers', id: 'Id', idType: 'uuid', columns: ['Name', 'LicenseNumber', 'Phone'] },
  { table: 'Users', id: 'Id', idType: 'uuid', columns: ['Email', 'Name'] },
  {
    table: 'Deliveries',
    id: 'Id',
    idType: 'uuid',
    columns: ['CustomerName', 'CustomerPhone', 'CustomerAddress', 'Proof'],
  },
  { table: 'DeliveryFiles', id: 'Id', idType: 'uuid', columns: ['ContentKey'] },
  { table: 'Schedules', id: 'Id', idType: 'uuid', columns: ['Template'] },
  { table: 'PersonKeys', id: 'PersonId', idType: 'uuid', columns: ['WrappedKey'] },
  { table: 'IdempotencyKeys', id: 'Id', idType: 'text', columns: ['Response'] },
];

/** The place that a column's value is sealed for. @param id a UUID in lower case */
export function placeOf(table: string, column: string, id: string): string {
  return `${table}.${column}:${id}`;
}
