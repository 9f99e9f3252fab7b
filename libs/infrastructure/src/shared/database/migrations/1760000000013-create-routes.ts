import { MigrationInterface, QueryRunner } from 'typeorm';
import { columnTypes, execute } from './column-types';

/** Routes as their events have made them: the log is the truth, and these rows can be made anew from it. */
export class CreateRoutes1760000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { uuid, instant, text, json, primaryKey, tableEnd, clustered } = columnTypes(runner);
    await execute(runner, [
      `CREATE TABLE Routes (
        Id ${uuid} NOT NULL,
        Name ${text(100)} NOT NULL,
        Origin ${text(255)} NOT NULL,
        Destination ${text(255)} NOT NULL,
        ScheduledStart ${instant} NOT NULL,
        ScheduledEnd ${instant} NULL,
        Status ${text(20)} NOT NULL,
        Checkpoints ${json} NOT NULL,
        ActivatedAt ${instant} NULL,
        EndedAt ${instant} NULL,
        Version int NOT NULL,
        CreatedAt ${instant} NOT NULL,
        UpdatedAt ${instant} NOT NULL,
        CONSTRAINT PK_Routes ${primaryKey} (Id),
        CONSTRAINT CK_Routes_Status CHECK (Status IN ('Planning', 'Active', 'Completed', 'Cancelled')),
        CONSTRAINT CK_Routes_ScheduledEnd CHECK (ScheduledEnd IS NULL OR ScheduledEnd > ScheduledStart),
        CONSTRAINT CK_Routes_Version CHECK (Version >= 1)
      ) ${tableEnd}`,
      `CREATE UNIQUE ${clustered} INDEX IX_Routes_ScheduledStart ON Routes (ScheduledStart, Id)`,
      'CREATE INDEX IX_Routes_Status_ScheduledStart ON Routes (Status, ScheduledStart, Id)',
      `CREATE TABLE RouteTerms (
        Term ${text(100)} NOT NULL,
        RouteId ${uuid} NOT NULL,
        CONSTRAINT PK_RouteTerms PRIMARY KEY (Term, RouteId),
        CONSTRAINT FK_RouteTerms_Routes FOREIGN KEY (RouteId) REFERENCES Routes (Id) ON DELETE CASCADE
      ) ${tableEnd}`,
      'CREATE INDEX IX_RouteTerms_RouteId ON RouteTerms (RouteId)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await execute(runner, ['DROP TABLE RouteTerms', 'DROP TABLE Routes']);
  }
}
