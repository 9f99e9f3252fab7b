import { MigrationInterface, QueryRunner } from 'typeorm';
import { columnTypes, execute } from './column-types';

/** Which form an event's payload has, and which delivery a trip is for. What was written before has the first form. */
export class VersionEvents1760000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { uuid } = columnTypes(runner);
    await execute(runner, [
      `ALTER TABLE EventLog ADD SchemaVersion int NOT NULL CONSTRAINT DF_EventLog_SchemaVersion DEFAULT 1
       CONSTRAINT CK_EventLog_SchemaVersion CHECK (SchemaVersion >= 1)`,
      `ALTER TABLE Trips ADD DeliveryId ${uuid} NULL`,
      'CREATE INDEX IX_Trips_DeliveryId ON Trips (DeliveryId) WHERE DeliveryId IS NOT NULL',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const counted = 'SELECT COUNT(*) AS found FROM EventLog WHERE SchemaVersion <> 1';
    const [row] = (await runner.query(counted)) as [{ found: number }];
    if (Number(row.found) > 0) {
      throw new Error(
        'There are events in a form that earlier releases misread, and whose seals would not match. Restore a backup instead.',
      );
    }
    const isSqlServer = runner.dataSource.options.type === 'mssql';
    // SQLite drops a column's constraints with it; SQL Server wants them gone before.
    const constraints = ['DF_EventLog_SchemaVersion', 'CK_EventLog_SchemaVersion'];
    await execute(runner, [
      isSqlServer ? 'DROP INDEX IX_Trips_DeliveryId ON Trips' : 'DROP INDEX IX_Trips_DeliveryId',
      'ALTER TABLE Trips DROP COLUMN DeliveryId',
      ...(isSqlServer ? constraints.map((name) => `ALTER TABLE EventLog DROP CONSTRAINT IF EXISTS ${name}`) : []),
      'ALTER TABLE EventLog DROP COLUMN SchemaVersion',
    ]);
  }
}
