import { Injectable } from '@nestjs/common';
import { KnownFiles } from '@fleet/application/shared/uploads/known-files';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';

/** The tables whose rows are files, by their ids. The files of a table that is not in this list are swept away. */
export const FILE_TABLES = ['DeliveryFiles'] as const;

/** Asks the rows where writes go: a secondary that lags would call a file unknown that has just come to be known. */
@Injectable()
export class SqlKnownFiles extends KnownFiles {
  constructor(private readonly database: PrimaryDatabase) {
    super();
  }

  async known(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const known = new Set<string>();
    for (const table of FILE_TABLES) {
      const text = `SELECT Id AS "id" FROM ${table} WHERE Id IN (${ids.map(() => '?').join(', ')})`;
      for (const { id } of await this.database.query<{ id: string }>(text, ids)) known.add(id);
    }
    return known;
  }
}
