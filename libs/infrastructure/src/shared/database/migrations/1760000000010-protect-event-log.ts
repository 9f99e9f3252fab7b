import { MigrationInterface, QueryRunner } from 'typeorm';
import { columnTypes, execute } from './column-types';

const TABLES = ['EventLog', 'EventSeals'];

/**
 * Seals for what has happened, triggers that keep both from being changed, and an index for each filter of the audit
 * list. Its order is (OccurredAt, Sequence): every index of the log ends in Sequence by itself, on both engines.
 */
export class ProtectEventLog1760000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { text, instant, tableEnd } = columnTypes(runner);
    await execute(runner, [
      'CREATE INDEX IX_EventLog_OccurredAt ON EventLog (OccurredAt)',
      'CREATE INDEX IX_EventLog_Stream ON EventLog (Stream, OccurredAt)',
      'CREATE INDEX IX_EventLog_Actor ON EventLog (Actor, OccurredAt)',
      'CREATE INDEX IX_EventLog_Type ON EventLog (Type, OccurredAt)',
      `CREATE TABLE EventSeals (
        Position bigint NOT NULL,
        EventSequence bigint NOT NULL,
        SealedAt ${instant} NOT NULL,
        Hash ${text(43)} NOT NULL,
        CONSTRAINT PK_EventSeals PRIMARY KEY (Position),
        CONSTRAINT CK_EventSeals_Position CHECK (Position >= 1)
      ) ${tableEnd}`,
      'CREATE UNIQUE INDEX UQ_EventSeals_EventSequence ON EventSeals (EventSequence)',
      ...TABLES.flatMap((table) => appendOnly(runner, table)),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await execute(runner, [
      // There are servers that drop them with any column of their table, as a later step's way back does.
      ...TABLES.flatMap((table) => triggersOf(runner, table)).map((trigger) => `DROP TRIGGER IF EXISTS ${trigger}`),
      'DROP TABLE EventSeals',
      ...['Type', 'Actor', 'Stream', 'OccurredAt'].map((name) => dropIndex(runner, `IX_EventLog_${name}`)),
    ]);
  }
}

/** SQLite has a trigger for each of the two; SQL Server has one for both. */
function triggersOf(runner: QueryRunner, table: string): string[] {
  return isSqlServer(runner) ? [`TR_${table}_AppendOnly`] : [`TR_${table}_NoUpdate`, `TR_${table}_NoDelete`];
}

function appendOnly(runner: QueryRunner, table: string): string[] {
  const message = `${table} is append-only: what is in it is neither changed nor deleted.`;
  const triggers = triggersOf(runner, table);
  if (isSqlServer(runner)) {
    return [
      `CREATE TRIGGER ${triggers[0]} ON ${table} AFTER UPDATE, DELETE AS BEGIN THROW 51000, '${message}', 1; END`,
    ];
  }
  return ['UPDATE', 'DELETE'].map(
    (change, index) =>
      `CREATE TRIGGER ${triggers[index]} BEFORE ${change} ON ${table} BEGIN SELECT RAISE(ABORT, '${message}'); END`,
  );
}

function dropIndex(runner: QueryRunner, name: string): string {
  return isSqlServer(runner) ? `DROP INDEX ${name} ON EventLog` : `DROP INDEX ${name}`;
}

function isSqlServer(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'mssql';
}
