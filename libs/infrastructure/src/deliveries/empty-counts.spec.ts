import { firstCounts } from '@fleet/infrastructure/shared/database/migrations/delivery-counts';
import { emptyCounts } from './empty-counts';

it.each([true, false])('are the rows that the table of them has from its start (SQL Server: %s)', (isSqlServer) => {
  expect([emptyCounts(isSqlServer)]).toEqual(firstCounts(isSqlServer));
});
