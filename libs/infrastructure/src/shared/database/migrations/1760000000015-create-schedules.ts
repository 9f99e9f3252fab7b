import { MigrationInterface, QueryRunner } from 'typeorm';
import { columnTypes, execute } from './column-types';

/** The primary key of occurrences is the last guard against one that is made twice. */
export class CreateSchedules1760000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { uuid, instant, flag, json, text, primaryKey, tableEnd, clustered } = columnTypes(runner);
    await execute(runner, [
      `CREATE TABLE Schedules (
        Id ${uuid} NOT NULL,
        Name ${text(100)} NOT NULL,
        RecurrenceRule ${text(500)} NOT NULL,
        TimeZone ${text(64)} NOT NULL,
        StartsAt ${text(16)} NOT NULL,
        Template ${json} NOT NULL,
        Active ${flag} NOT NULL,
        CreatedUntil ${instant} NOT NULL,
        Version int NOT NULL,
        CreatedAt ${instant} NOT NULL,
        UpdatedAt ${instant} NOT NULL,
        CONSTRAINT PK_Schedules ${primaryKey} (Id),
        CONSTRAINT CK_Schedules_Version CHECK (Version >= 1)
      ) ${tableEnd}`,
      `CREATE UNIQUE ${clustered} INDEX IX_Schedules_CreatedAt ON Schedules (CreatedAt, Id)`,
      'CREATE INDEX IX_Schedules_Name ON Schedules (Name, Id)',
      'CREATE INDEX IX_Schedules_Active_CreatedAt ON Schedules (Active, CreatedAt, Id)',
      'CREATE INDEX IX_Schedules_Active_Name ON Schedules (Active, Name, Id)',
      `CREATE TABLE ScheduleTerms (
        Term ${text(100)} NOT NULL,
        ScheduleId ${uuid} NOT NULL,
        CONSTRAINT PK_ScheduleTerms PRIMARY KEY (Term, ScheduleId),
        CONSTRAINT FK_ScheduleTerms_Schedules FOREIGN KEY (ScheduleId) REFERENCES Schedules (Id) ON DELETE CASCADE
      ) ${tableEnd}`,
      'CREATE INDEX IX_ScheduleTerms_ScheduleId ON ScheduleTerms (ScheduleId)',
      `CREATE TABLE ScheduleOccurrences (
        ScheduleId ${uuid} NOT NULL,
        OccursAt ${instant} NOT NULL,
        RouteId ${uuid} NULL,
        CreatedAt ${instant} NOT NULL,
        CONSTRAINT PK_ScheduleOccurrences PRIMARY KEY (ScheduleId, OccursAt),
        CONSTRAINT FK_ScheduleOccurrences_Schedules FOREIGN KEY (ScheduleId) REFERENCES Schedules (Id) ON DELETE CASCADE
      ) ${tableEnd}`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await execute(runner, ['DROP TABLE ScheduleOccurrences', 'DROP TABLE ScheduleTerms', 'DROP TABLE Schedules']);
  }
}
