import { MigrationInterface, QueryRunner } from 'typeorm';
import { columnTypes, execute } from './column-types';

/** The two filtered unique indexes are the last guard against a vehicle or a driver on two trips at once. */
export class CreateTrips1760000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { uuid, instant, text, primaryKey, tableEnd, clustered } = columnTypes(runner);
    await execute(runner, [
      `CREATE TABLE Trips (
        Id ${uuid} NOT NULL,
        VehicleId ${uuid} NOT NULL,
        DriverId ${uuid} NOT NULL,
        Route ${text(255)} NOT NULL,
        StartDate ${instant} NOT NULL,
        EndDate ${instant} NULL,
        Distance int NOT NULL,
        Version int NOT NULL,
        CreatedAt ${instant} NOT NULL,
        UpdatedAt ${instant} NOT NULL,
        CONSTRAINT PK_Trips ${primaryKey} (Id),
        CONSTRAINT FK_Trips_Vehicles FOREIGN KEY (VehicleId) REFERENCES Vehicles (Id),
        CONSTRAINT FK_Trips_Drivers FOREIGN KEY (DriverId) REFERENCES Drivers (Id),
        CONSTRAINT CK_Trips_Distance CHECK (Distance >= 0 AND Distance <= 100000),
        CONSTRAINT CK_Trips_EndDate CHECK (EndDate IS NULL OR EndDate >= StartDate),
        CONSTRAINT CK_Trips_Version CHECK (Version >= 1)
      ) ${tableEnd}`,
      `CREATE UNIQUE ${clustered} INDEX IX_Trips_StartDate ON Trips (StartDate, Id)`,
      'CREATE UNIQUE INDEX UQ_Trips_ActiveVehicle ON Trips (VehicleId) WHERE EndDate IS NULL',
      'CREATE UNIQUE INDEX UQ_Trips_ActiveDriver ON Trips (DriverId) WHERE EndDate IS NULL',
      'CREATE INDEX IX_Trips_Vehicle_StartDate ON Trips (VehicleId, StartDate, Id)',
      'CREATE INDEX IX_Trips_Driver_StartDate ON Trips (DriverId, StartDate, Id)',
      'CREATE INDEX IX_Trips_Active_StartDate ON Trips (StartDate, Id) WHERE EndDate IS NULL',
      'CREATE INDEX IX_Trips_Ended_StartDate ON Trips (StartDate, Id) WHERE EndDate IS NOT NULL',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE Trips');
  }
}
