import { EntityManager, EntitySchema, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';

/** SQL Server takes at most 2,100 parameters and 1,000 rows a statement; SQLite takes more. */
const MAX_PARAMETERS = 2_000;
const MAX_ROWS = 1_000;

/** Inserts rows in as few statements as both engines allow, one after the other. */
export async function bulkInsert<R extends ObjectLiteral>(
  manager: EntityManager,
  schema: EntitySchema<R>,
  rows: readonly Partial<R>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).length;
  const size = Math.min(MAX_ROWS, Math.floor(MAX_PARAMETERS / columns));
  for (let start = 0; start < rows.length; start += size) {
    const values = rows.slice(start, start + size) as QueryDeepPartialEntity<R>[];
    await manager.createQueryBuilder().insert().into(schema).values(values).updateEntity(false).execute();
  }
}
