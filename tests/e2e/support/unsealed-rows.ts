import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { openValues, Values } from '@fleet/infrastructure/shared/personal-data/personal-values';
import { WrappedKey, WrappedKeys } from '@fleet/infrastructure/shared/personal-data/wrapped-keys';
import { loadSecretKeys } from '@fleet/infrastructure/shared/secrets/load-secret-keys';
import { placeOf, SEALED_TABLES } from '@fleet/infrastructure/shared/secrets/sealed-columns';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';
import { Row } from './rows';

/** Rows of an embedded database as they would be without encryption, with the keys in the file beside it. */
export class UnsealedRows {
  private readonly box: SecretBox;
  private readonly people: ReadonlyMap<string, Buffer>;

  constructor(database: SqliteConnection) {
    this.box = new SecretBox(loadSecretKeys(loadConfiguration({ DATABASE_URL: `file:${database.name}` })));
    const keys = database.prepare('SELECT PersonId AS personId, WrappedKey AS wrappedKey FROM PersonKeys').all();
    this.people = new WrappedKeys(this.box).open(keys as WrappedKey[]);
  }

  unseal(table: string, row: Row): Row {
    if (table === 'EventLog')
      return { ...row, Payload: this.opened(row, 'Payload'), Previous: this.opened(row, 'Previous') };
    const sealed = SEALED_TABLES.find((one) => one.table === table);
    if (!sealed) return row;
    const columns = sealed.columns.map((column) => {
      const value = row[column];
      return [column, value && this.box.open(String(value), placeOf(table, column, String(row[sealed.id])))];
    });
    return { ...row, ...Object.fromEntries(columns) } as Row;
  }

  private opened(row: Row, column: 'Payload' | 'Previous'): string | null {
    if (row[column] === null) return null;
    const part = { eventId: String(row.EventId), stream: String(row.Stream), column };
    const values = JSON.parse(String(row[column])) as Values;
    return JSON.stringify(openValues(part, values, this.people.get(String(row.StreamId))));
  }
}
