import { ImportReport } from '@fleet/application/vehicles/import-report';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Answer, Client } from './client';
import { TestApi } from './test-api';

export const IMPORT = '/api/vehicles/import';

export type Counts = Omit<ImportReport, 'errors' | 'count' | 'fail' | 'add'>;

/** Sends a file as `text/csv`. @param query such as `?dryRun=true` */
export function importFile(client: Client, file: string, query = ''): Promise<Answer<ImportReport>> {
  return client.send<ImportReport>('POST', IMPORT + query, file, { 'Content-Type': 'text/csv' });
}

/** The counts of a report, those that are left out being 0; `total` is their sum. */
export function expectCounts({ status, body, text }: Answer<ImportReport>, counts: Partial<Counts>): void {
  expect({ status, text: status === 200 ? '' : text }).toEqual({ status: 200, text: '' });
  const { errors: _, ...actual } = body;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect(actual).toEqual({ created: 0, updated: 0, skipped: 0, failed: 0, ...counts, total });
}

/** A file of this many vehicles without a fault; the plates begin with `prefix`. */
export function vehicleFile(prefix: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => `${prefix}${index},Fiat Uno ${index},2020,${index}`);
  return ['plate,model,year,mileage', ...lines, ''].join('\n');
}

/** How many rows the tables have that an import writes to. */
export async function writtenRows({ app }: TestApi): Promise<Record<string, number>> {
  const database = app.get(ReadDatabase, { strict: false });
  // Of the events those of vehicles: users have some too.
  const tables = { Vehicles: '', VehicleTerms: '', EventLog: `WHERE Stream = 'Vehicle'` };
  const counts: Record<string, number> = {};
  for (const [table, where] of Object.entries(tables)) {
    const [row] = await database.query<{ count: number }>(`SELECT COUNT(*) AS "count" FROM ${table} ${where}`, []);
    counts[table] = Number(row!.count);
  }
  return counts;
}
