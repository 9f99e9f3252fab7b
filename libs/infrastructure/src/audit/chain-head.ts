import { ChainHead } from '@fleet/application/audit/event-seals';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';

/** Whether the chain still has this seal where it was. */
export async function holdsHead(database: ReadDatabase, { position, hash }: ChainHead): Promise<boolean> {
  const sql = 'SELECT Hash AS "hash" FROM EventSeals WHERE Position = ?';
  const [row] = await database.query<{ hash: string }>(sql, [position]);
  return row?.hash === hash;
}
