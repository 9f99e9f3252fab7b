import { Injectable } from '@nestjs/common';
import { KnownFiles } from '@fleet/application/shared/uploads/known-files';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';

/** Asks the rows where writes go: a secondary that lags would call a file unknown that has just come to be known. */
@Injectable()
export class SqlKnownFiles extends KnownFiles {
  constructor(private readonly database: PrimaryDatabase) {
    super();
  }

  async known(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const text = `SELECT Id AS "id" FROM DeliveryFiles WHERE Id IN (${ids.map(() => '?').join(', ')})`;
    const rows = await this.database.query<{ id: string }>(text, ids);
    return new Set(rows.map(({ id }) => id));
  }
}
