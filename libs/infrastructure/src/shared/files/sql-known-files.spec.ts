import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { FILE_TABLES, SqlKnownFiles } from './sql-known-files';

it('asks each table for all ids at once, and for none when there are none', async () => {
  const asked: [string, readonly unknown[]][] = [];
  const query = async (text: string, parameters: readonly unknown[]) => {
    asked.push([text, parameters]);
    return [{ id: 'b' }];
  };
  const files = new SqlKnownFiles({ query } as unknown as PrimaryDatabase);
  expect(await files.known(['a', 'b', 'c'])).toEqual(new Set(['b']));
  expect(await files.known([])).toEqual(new Set());
  const question = (table: string) => `SELECT Id AS "id" FROM ${table} WHERE Id IN (?, ?, ?)`;
  expect(asked).toEqual(FILE_TABLES.map((table) => [question(table), ['a', 'b', 'c']]));
});
