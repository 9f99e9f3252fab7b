import { MigrationInterface, QueryRunner } from 'typeorm';
import { columnTypes, execute } from './column-types';

/** Every sort has an index, alone and behind the status, so that no documented list sorts or scans. */
export class CreateVehicles1760000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { uuid, instant, text, primaryKey, tableEnd, clustered } = columnTypes(runner);
    await execute(runner, [
      `CREATE TABLE Vehicles (
        Id ${uuid} NOT NULL,
        Plate ${text(10)} NOT NULL,
        Model ${text(100)} NOT NULL,
        Year int NOT NULL,
        Mileage int NOT NULL,
        LastMaintenanceDate ${instant} NOT NULL,
        NextMaintenanceDate ${instant} NOT NULL,
        Status ${text(20)} NOT NULL,
        Version int NOT NULL,
        CreatedAt ${instant} NOT NULL,
        UpdatedAt ${instant} NOT NULL,
        CONSTRAINT PK_Vehicles ${primaryKey} (Id),
        CONSTRAINT CK_Vehicles_Year CHECK (Year >= 1900),
        CONSTRAINT CK_Vehicles_Mileage CHECK (Mileage >= 0),
        CONSTRAINT CK_Vehicles_Status CHECK (Status IN ('Available', 'InUse', 'InMaintenance')),
        CONSTRAINT CK_Vehicles_Version CHECK (Version >= 1)
      ) ${tableEnd}`,
      `CREATE UNIQUE ${clustered} INDEX IX_Vehicles_CreatedAt ON Vehicles (CreatedAt, Id)`,
      'CREATE UNIQUE INDEX UQ_Vehicles_Plate ON Vehicles (Plate)',
      'CREATE INDEX IX_Vehicles_Mileage ON Vehicles (Mileage, Id)',
      'CREATE INDEX IX_Vehicles_NextMaintenanceDate ON Vehicles (NextMaintenanceDate, Id)',
      'CREATE INDEX IX_Vehicles_Status_Plate ON Vehicles (Status, Plate, Id)',
      'CREATE INDEX IX_Vehicles_Status_CreatedAt ON Vehicles (Status, CreatedAt, Id)',
      'CREATE INDEX IX_Vehicles_Status_Mileage ON Vehicles (Status, Mileage, Id)',
      'CREATE INDEX IX_Vehicles_Status_NextMaintenanceDate ON Vehicles (Status, NextMaintenanceDate, Id)',
      `CREATE TABLE VehicleTerms (
        Term ${text(100)} NOT NULL,
        VehicleId ${uuid} NOT NULL,
        CONSTRAINT PK_VehicleTerms PRIMARY KEY (Term, VehicleId),
        CONSTRAINT FK_VehicleTerms_Vehicles FOREIGN KEY (VehicleId) REFERENCES Vehicles (Id) ON DELETE CASCADE
      ) ${tableEnd}`,
      'CREATE INDEX IX_VehicleTerms_VehicleId ON VehicleTerms (VehicleId)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await execute(runner, ['DROP TABLE VehicleTerms', 'DROP TABLE Vehicles']);
  }
}
