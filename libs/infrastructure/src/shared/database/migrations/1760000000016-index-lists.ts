import { MigrationInterface, QueryRunner } from 'typeorm';
import { execute } from './column-types';
import { OPEN } from './delivery-overlaps';

const INDEXES = {
  // Of a status almost every delivery is, and of a priority few are: neither alone leads to a page of both.
  IX_Deliveries_Status_Priority: '(Status, Priority, SlotStart, Id)',
  // Whether one is late is seen in the index; the rows are long, and those that are not late were all read.
  IX_Deliveries_OpenPromise: `(Status, SlotStart, Id, PromisedBy) WHERE ${OPEN}`,
};

/** What measuring lists of a million rows asked for. */
export class IndexLists1760000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = Object.entries(INDEXES).map(([name, on]) => `CREATE INDEX ${name} ON Deliveries ${on}`);
    await execute(runner, statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    const of = runner.dataSource.options.type === 'mssql' ? ' ON Deliveries' : '';
    await execute(
      runner,
      Object.keys(INDEXES).map((name) => `DROP INDEX ${name}${of}`),
    );
  }
}
