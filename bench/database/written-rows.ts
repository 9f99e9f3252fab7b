import { SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';

const TABLES = ['Vehicles', 'VehicleTerms', 'Drivers', 'Trips', 'EventLog'];
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

interface Row {
  readonly Payload?: string;
  readonly Stream?: string;
  /** Not compared, and neither is the place in the log: the floor knows nobody, and the product's first event is a user's. */
  readonly Actor?: string;
  readonly Sequence?: number;
}

/** All rows of a database, with what differs from run to run made alike: new identities and instants from `since` on. */
export function writtenRows(file: string, since: Date): string[] {
  const database = new SqliteDatabase(file, { readonly: true });
  const rows = TABLES.flatMap((table) =>
    database
      .prepare(`SELECT * FROM ${table}`)
      .all()
      // The floor has no users.
      .filter((row) => (row as Row).Stream !== 'User')
      .map((row) => `${table} ${JSON.stringify(withSortedPayload(row as Row))}`),
  );
  database.close();
  return rows.map((row) => withoutNews(row, since)).sort();
}

/** The order of a payload's fields says nothing. */
function withSortedPayload({ Payload, Actor: _actor, Sequence: _place, ...columns }: Row): object {
  const fields = Object.entries(JSON.parse(Payload ?? '{}') as object).sort();
  return { ...columns, fields };
}

function withoutNews(row: string, since: Date): string {
  const oldest = since.getTime().toString(16).padStart(12, '0');
  const from = since.toISOString();
  return row
    .replace(UUID, (id) => (id.replaceAll('-', '').slice(0, 12) < oldest ? id : '<new id>'))
    .replace(INSTANT, (instant) => (instant < from ? instant : '<new instant>'));
}
