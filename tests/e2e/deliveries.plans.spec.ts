import { randomUUID } from 'node:crypto';
import { DeliveryFilter } from '@fleet/application/deliveries/delivery.queries';
import { RoadFilter } from '@fleet/application/deliveries/road.queries';
import { Clock } from '@fleet/domain/shared/clock';
import { DeliverySeals } from '@fleet/infrastructure/deliveries/delivery-seals';
import { SqlDeliveryQueries } from '@fleet/infrastructure/deliveries/sql-delivery.queries';
import { SqlRoadQueries } from '@fleet/infrastructure/deliveries/sql-road.queries';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { SqlValue } from '@fleet/infrastructure/shared/database/dialect';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

/** Asks the engine how it would go about a statement, and answers with no rows. */
class Explained extends ReadDatabase {
  readonly plan: string[] = [];

  constructor(private readonly database: ReadDatabase) {
    super();
  }

  get dialect() {
    return this.database.dialect;
  }

  async query<Row>(text: string, parameters: readonly SqlValue[]): Promise<Row[]> {
    const steps = await this.database.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, parameters);
    this.plan.push(...steps.map(({ detail }) => detail));
    return [];
  }

  async close(): Promise<void> {}
}

const ID = randomUUID();
/** By its filters, the index that a list enters; `sorted` where what that leaves is sorted afterwards. */
const LISTS: [DeliveryFilter, string][] = [
  [{}, 'IX_Deliveries_SlotStart'],
  [{ from: new Date(0), to: new Date() }, 'IX_Deliveries_SlotStart'],
  [{ status: 'Delivered' }, 'IX_Deliveries_Status'],
  [{ status: 'Delivered', from: new Date(0) }, 'IX_Deliveries_Status'],
  [{ driverId: ID }, 'IX_Deliveries_Driver'],
  [{ limitedTo: ID, status: 'Delivered', priority: 'Low' }, 'IX_Deliveries_Driver'],
  [{ vehicleId: ID, late: false }, 'IX_Deliveries_Vehicle'],
  [{ routeId: ID, driverId: ID }, 'IX_Deliveries_Route sorted'],
  [{ customer: 'ana souza' }, 'sqlite_autoindex_Deliveries_1'],
  [{ customer: 'ana', status: 'Delivered' }, 'sqlite_autoindex_Deliveries_1'],
  [{ customer: 'ana', priority: 'Low', from: new Date(0) }, 'sqlite_autoindex_Deliveries_1'],
  [{ customer: 'ana', driverId: ID, status: 'Delivered' }, 'IX_Deliveries_Driver'],
  [{ priority: 'Urgent' }, 'IX_Deliveries_Priority'],
  [{ priority: 'Urgent', status: 'Delivered' }, 'sqlite_autoindex_Deliveries_1 IX_Deliveries_Status sorted'],
  [{ late: true, driverId: ID }, 'IX_Deliveries_Driver sorted'],
  [{ late: true, customer: 'ana' }, 'sqlite_autoindex_Deliveries_1 sorted'],
  [{ reference: 'PED-1' }, 'UQ_Deliveries_Reference'],
  [{ late: true }, 'IX_Deliveries_Late sqlite_autoindex_Deliveries_1 IX_Deliveries_Status sorted'],
  [{ hasOpenIncidents: true, status: 'Delivered' }, 'IX_Deliveries_OpenIncidents'],
];

const ROADS: [RoadFilter, string][] = [
  [{}, 'IX_Deliveries_OnRoad'],
  [{ driverId: ID }, 'IX_Deliveries_HeldDriver sorted'],
  [{ limitedTo: ID, vehicleId: ID }, 'IX_Deliveries_HeldDriver sorted'],
  [{ vehicleId: ID }, 'IX_Deliveries_HeldVehicle sorted'],
  [{ routeId: ID }, 'IX_Deliveries_Route sorted'],
];

/** The indexes of deliveries that a plan enters; a scan of an index for its order counts, a scan of the table does not. */
function entered(plan: readonly string[]): string {
  expect(plan.filter((step) => /^SCAN Deliveries$/.test(step))).toEqual([]);
  const indexes = plan.flatMap(
    (step) =>
      /Deliveries USING (?:PRIMARY KEY|(?:COVERING )?INDEX (\w+))/.exec(step)?.[1] ??
      (/Deliveries USING PRIMARY KEY/.test(step) ? ['sqlite_autoindex_Deliveries_1'] : []),
  );
  const isSorted = plan.some((step) => step.includes('TEMP B-TREE'));
  return [...new Set(indexes), ...(isSorted ? ['sorted'] : [])].join(' ');
}

let api: TestApi;
let database: Explained;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(() => {
  database = new Explained(get(Database).reader);
});
afterAll(() => api.stop());

const get = <T>(token: abstract new (...args: never[]) => T): T => api.app.get<T>(token, { strict: false });

// SQL Server plans by statistics, which an empty table does not have.
(onSqlServer ? describe.skip : describe)('the plans of the embedded engine', () => {
  it.each(LISTS)('enter an index for a list by %j: %s', async (filter, index) => {
    const queries = new SqlDeliveryQueries(database, get(DeliverySeals), get(Clock));
    await queries.list({ filter, sort: 'slotStart', descending: true, limit: 50 });
    expect(entered(database.plan)).toBe(index);
  });

  it.each(ROADS)('enter an index for live tracking by %j: %s', async (filter, index) => {
    await new SqlRoadQueries(database, get(DeliverySeals)).list({ filter, limit: 50 });
    expect(entered(database.plan)).toBe(index);
  });
});
