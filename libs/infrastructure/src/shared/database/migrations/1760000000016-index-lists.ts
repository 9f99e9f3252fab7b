import { MigrationInterface, QueryRunner } from 'typeorm';
import { execute } from './column-types';

const NAME = 'IX_Deliveries_Status';

/**
 * The priority and what was promised stand in the index of the status: a page of few among many of a status is found
 * in it alone, which costs writes no index more.
 */
export class IndexLists1760000000016 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return replaceIndex(runner, 'Status, SlotStart, Id, Priority, PromisedBy');
  }

  down(runner: QueryRunner): Promise<void> {
    return replaceIndex(runner, 'Status, SlotStart, Id');
  }
}

function replaceIndex(runner: QueryRunner, columns: string): Promise<void> {
  const of = runner.dataSource.options.type === 'mssql' ? ' ON Deliveries' : '';
  return execute(runner, [`DROP INDEX ${NAME}${of}`, `CREATE INDEX ${NAME} ON Deliveries (${columns})`]);
}
