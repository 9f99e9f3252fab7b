import type { ConnectionPool } from 'mssql';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { bulkRows } from './support/bulk-rows';
import { fillLists } from './support/listed-rows';
import { ALONG, LISTS } from './support/list-plans';
import { askedBy } from './support/list-requests';
import { planOfServer } from './support/recorded-plans';
import { insertRows } from './support/rows';
import { connectToServer } from './support/server-connection';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

/** A server plans by statistics: it reads all of a small table, whatever its indexes. */
const ROWS = 20_000;
/** Servers that speak T-SQL have names of their own for it. */
const SHOWPLAN = process.env.SHOWPLAN ?? 'SHOWPLAN_ALL';
const SCAN = /(Table|Clustered Index|Seq) Scan/;

const FILTERED = LISTS.filter(([url, plan]) => isFiltered(url) && !plan.startsWith(ALONG));

function isFiltered(url: string): boolean {
  return [...new URL(url, 'http://fleet').searchParams.keys()].some((name) => name !== 'sort');
}

// The embedded engine's plans are in lists.plans.spec.
(onSqlServer ? describe : describe.skip)('the plans of the server', () => {
  let api: TestApi;
  let connection: ConnectionPool;
  beforeAll(async () => {
    api = await startTestApi();
    connection = await connectToServer(api.databaseUrl);
    const { writer } = api.app.get(Database, { strict: false });
    await fillLists(api, ROWS, (table, rows) =>
      table === 'MaintenanceRecords' ? insertRows(writer, table, rows) : bulkRows(connection, table, rows),
    );
    await connection.request().query('EXEC sp_updatestats');
  }, 600_000);
  afterAll(async () => {
    await connection.close();
    await api.stop();
  });

  it.each(FILTERED)('read no whole table for %s', async (url) => {
    for (const statements of await askedBy(api, url)) {
      await connection.request().batch(`SET ${SHOWPLAN} ON`);
      for (const asked of statements) {
        const plan = await planOfServer(connection, asked);
        expect(plan.length).toBeGreaterThan(0);
        expect({ asked, scans: plan.filter((step) => SCAN.test(step)) }).toEqual({ asked, scans: [] });
      }
      await connection.request().batch(`SET ${SHOWPLAN} OFF`);
    }
  });
});
