import { MigrationInterface, QueryRunner } from 'typeorm';
import { columnTypes, execute } from './column-types';

/** `Available` is kept, not computed, so that both of its values can be listed by an index. */
export class CreateDrivers1760000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { uuid, instant, text, flag, primaryKey, tableEnd, clustered } = columnTypes(runner);
    await execute(runner, [
      `CREATE TABLE Drivers (
        Id ${uuid} NOT NULL,
        Name ${text(100)} NOT NULL,
        LicenseNumber ${text(20)} NOT NULL,
        LicenseNumberKey ${text(60)} NOT NULL,
        Phone ${text(25)} NOT NULL,
        Active ${flag} NOT NULL,
        Available ${flag} NOT NULL,
        Version int NOT NULL,
        CreatedAt ${instant} NOT NULL,
        UpdatedAt ${instant} NOT NULL,
        CONSTRAINT PK_Drivers ${primaryKey} (Id),
        CONSTRAINT CK_Drivers_Available CHECK (Active = 1 OR Available = 0),
        CONSTRAINT CK_Drivers_Version CHECK (Version >= 1)
      ) ${tableEnd}`,
      `CREATE UNIQUE ${clustered} INDEX IX_Drivers_CreatedAt ON Drivers (CreatedAt, Id)`,
      'CREATE UNIQUE INDEX UQ_Drivers_LicenseNumber ON Drivers (LicenseNumberKey)',
      'CREATE INDEX IX_Drivers_Active ON Drivers (Active, CreatedAt, Id)',
      'CREATE INDEX IX_Drivers_Available ON Drivers (Available, CreatedAt, Id)',
      `CREATE TABLE DriverTerms (
        Term ${text(100)} NOT NULL,
        DriverId ${uuid} NOT NULL,
        CONSTRAINT PK_DriverTerms PRIMARY KEY (Term, DriverId),
        CONSTRAINT FK_DriverTerms_Drivers FOREIGN KEY (DriverId) REFERENCES Drivers (Id) ON DELETE CASCADE
      ) ${tableEnd}`,
      'CREATE INDEX IX_DriverTerms_DriverId ON DriverTerms (DriverId)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await execute(runner, ['DROP TABLE DriverTerms', 'DROP TABLE Drivers']);
  }
}
