import { MigrationInterface, QueryRunner } from 'typeorm';
import { columnTypes, execute } from './column-types';

/** What an audit asks for besides: the values before each change, and the address that it came from. */
export class WidenEventLog1760000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { json, text } = columnTypes(runner);
    await execute(runner, [
      `ALTER TABLE EventLog ADD Previous ${json} NULL`,
      `ALTER TABLE EventLog ADD Address ${text(45)} NULL`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await execute(runner, ['ALTER TABLE EventLog DROP COLUMN Address', 'ALTER TABLE EventLog DROP COLUMN Previous']);
  }
}
