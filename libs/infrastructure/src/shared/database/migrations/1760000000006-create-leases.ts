import { MigrationInterface, QueryRunner } from 'typeorm';
import { columnTypes } from './column-types';

export class CreateLeases1760000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { uuid, instant, text, tableEnd } = columnTypes(runner);
    await runner.query(
      `CREATE TABLE Leases (
        Name ${text(100)} NOT NULL,
        Holder ${uuid} NOT NULL,
        ExpiresAt ${instant} NOT NULL,
        Epoch bigint NOT NULL,
        CONSTRAINT PK_Leases PRIMARY KEY (Name)
      ) ${tableEnd}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE Leases');
  }
}
