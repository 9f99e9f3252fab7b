import { MigrationInterface, QueryRunner } from 'typeorm';
import { columnTypes, execute } from './column-types';

export class CreateMaintenanceRecords1760000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { uuid, instant, text, money, primaryKey, tableEnd, clustered } = columnTypes(runner);
    await execute(runner, [
      `CREATE TABLE MaintenanceRecords (
        Id ${uuid} NOT NULL,
        VehicleId ${uuid} NOT NULL,
        "Date" ${instant} NOT NULL,
        Description ${text(500)} NOT NULL,
        Cost ${money} NOT NULL,
        Version int NOT NULL,
        CreatedAt ${instant} NOT NULL,
        UpdatedAt ${instant} NOT NULL,
        CONSTRAINT PK_MaintenanceRecords ${primaryKey} (Id),
        CONSTRAINT FK_MaintenanceRecords_Vehicles FOREIGN KEY (VehicleId) REFERENCES Vehicles (Id) ON DELETE CASCADE,
        CONSTRAINT CK_MaintenanceRecords_Cost CHECK (Cost >= 0 AND Cost <= 99999999.99),
        CONSTRAINT CK_MaintenanceRecords_Version CHECK (Version >= 1)
      ) ${tableEnd}`,
      `CREATE UNIQUE ${clustered} INDEX IX_MaintenanceRecords_Date ON MaintenanceRecords ("Date", Id)`,
      'CREATE INDEX IX_MaintenanceRecords_Vehicle_Date ON MaintenanceRecords (VehicleId, "Date", Id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE MaintenanceRecords');
  }
}
