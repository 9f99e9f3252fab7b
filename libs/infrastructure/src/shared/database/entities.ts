import { EntitySchema, EntitySchemaColumnOptions } from 'typeorm';

/** Instants are kept as ISO 8601 text: it sorts as time does, and readers get it as it is. */
const instantAsText = {
  to: (value: unknown) => (value instanceof Date ? value.toISOString() : value),
  from: (value: unknown) => (typeof value === 'string' ? new Date(value) : value),
};

/**
 * Records are described in SQL Server's terms. This gives the same records in SQLite's:
 * an identifier is text there, and so is an instant.
 */
export function forSqlite(schema: EntitySchema<object>): EntitySchema<object> {
  const { name, tableName } = schema.options;
  const columns = Object.entries(schema.options.columns as Record<string, EntitySchemaColumnOptions>);
  return new EntitySchema<object>({
    name,
    tableName,
    columns: Object.fromEntries(columns.map(([name, column]) => [name, sqliteColumn(column)])),
  });
}

function sqliteColumn(column: EntitySchemaColumnOptions): EntitySchemaColumnOptions {
  if (column.type === 'uniqueidentifier') return { ...column, type: 'text' };
  if (column.type === 'datetime2') {
    const { precision: _, ...rest } = column;
    return { ...rest, type: 'text', transformer: instantAsText };
  }
  if (column.type === 'bigint') return { ...column, type: 'integer' };
  return column.length === 'MAX' ? { ...column, type: 'text', length: undefined } : column;
}
