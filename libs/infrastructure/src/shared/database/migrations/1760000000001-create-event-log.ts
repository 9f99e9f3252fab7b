import { MigrationInterface, QueryRunner } from 'typeorm';
import { columnTypes, execute } from './column-types';

export class CreateEventLog1760000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { uuid, instant, json, sequence, text } = columnTypes(runner);
    const isSqlServer = runner.dataSource.options.type === 'mssql';
    await execute(runner, [
      `CREATE TABLE EventLog (
        Sequence ${sequence},
        EventId ${uuid} NOT NULL,
        Stream ${text(50)} NOT NULL,
        StreamId ${uuid} NOT NULL,
        StreamVersion int NOT NULL,
        Type ${text(100)} NOT NULL,
        Payload ${json} NOT NULL,
        OccurredAt ${instant} NOT NULL,
        Actor ${text(100)} NOT NULL,
        CorrelationId ${text(64)} NOT NULL,
        ${isSqlServer ? 'CONSTRAINT PK_EventLog PRIMARY KEY CLUSTERED (Sequence),' : ''}
        CONSTRAINT CK_EventLog_StreamVersion CHECK (StreamVersion >= 1)
      )`,
      'CREATE UNIQUE INDEX UQ_EventLog_StreamVersion ON EventLog (Stream, StreamId, StreamVersion)',
      'CREATE UNIQUE INDEX UQ_EventLog_EventId ON EventLog (EventId)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE EventLog');
  }
}
