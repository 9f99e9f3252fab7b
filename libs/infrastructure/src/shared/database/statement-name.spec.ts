import { statementName } from './statement-name';

it.each([
  ['SELECT Id AS "id", Plate AS "plate" FROM Vehicles WHERE Id = ?', 'select Vehicles'],
  ['select "Id" from "Trips" where "EndDate" is null', 'select Trips'],
  ['SELECT 1 AS "row_exists" FROM (SELECT 1 AS d) "t" WHERE EXISTS (SELECT 1 FROM "Leases" "Lease")', 'select Leases'],
  ['WITH page AS (SELECT Id FROM Routes) SELECT page.* FROM page', 'select Routes'],
  ['INSERT INTO [EventLog] ([Sequence]) VALUES (@0)', 'insert EventLog'],
  ['UPDATE "Vehicles" SET "Version" = "Version" WHERE "Id" = ?', 'update Vehicles'],
  ['\n  DELETE FROM Sessions WHERE ExpiresAt < ?', 'delete Sessions'],
  ['BEGIN IMMEDIATE', 'begin'],
  ['COMMIT', 'commit'],
  ['SELECT 1 AS one', 'select'],
  ['PRAGMA wal_checkpoint(TRUNCATE)', 'pragma'],
  ['', 'other'],
])('%s is called %s', (text, name) => expect(statementName(text)).toBe(name));
