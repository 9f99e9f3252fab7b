import { setImmediate as othersTurn } from 'node:timers/promises';
import { SqlValue } from '@fleet/infrastructure/shared/database/dialect';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';

export interface CountedRows {
  readonly table: string;
  readonly condition: string;
  readonly parameters: readonly SqlValue[];
  /** Columns that tell the rows apart, in the order of an index that finds them. */
  readonly key: readonly string[];
}

/** How many rows of an index the embedded engine walks over in some 10 ms. */
const STEP = 50_000;

/**
 * Counts rows. The embedded engine works in the event loop and walks over each of them: over a million it would hold
 * everybody up for a fifth of a second, so it walks in steps, and the others have their turn in between.
 */
export async function countRows(database: ReadDatabase, rows: CountedRows): Promise<number> {
  const { table, condition, parameters, key } = rows;
  const counting = (where: string) => `SELECT COUNT(*) AS "total" FROM ${table} WHERE ${where}`;
  let after: readonly SqlValue[] = [];
  let where = condition;
  let counted = 0;
  while (database.dialect.engine === 'sqlite') {
    const columns = key.join(', ');
    const text = `SELECT ${columns} FROM ${table} WHERE ${where} ORDER BY ${columns} LIMIT 1 OFFSET ${STEP - 1}`;
    const [last] = await database.query<Record<string, SqlValue>>(text, [...parameters, ...after]);
    if (!last) break;
    counted += STEP;
    after = Object.values(last);
    where = `${condition} AND (${columns}) > (${key.map(() => '?').join(', ')})`;
    await othersTurn();
  }
  const [rest] = await database.query<{ total: number }>(counting(where), [...parameters, ...after]);
  return counted + Number(rest!.total);
}
