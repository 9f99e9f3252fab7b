/** A table with columns that are sealed with the installation's keys. */
export interface SealedTable {
  readonly table: string;
  /** The column that says whose row it is: part of the place that a value is sealed for. */
  readonly id: string;
  readonly columns: readonly string[];
}

/** Everything that a change of keys must seal anew, and that keeps an old key from being thrown away. */
export const SEALED_TABLES: readonly SealedTable[] = [
  { table: 'Drivers', id: 'Id', columns: ['Name', 'LicenseNumber', 'Phone'] },
  { table: 'Users', id: 'Id', columns: ['Email', 'Name'] },
  { table: 'PersonKeys', id: 'PersonId', columns: ['WrappedKey'] },
];

/** The place that a column's value is sealed for. @param id in lower case */
export function placeOf(table: string, column: string, id: string): string {
  return `${table}.${column}:${id}`;
}
