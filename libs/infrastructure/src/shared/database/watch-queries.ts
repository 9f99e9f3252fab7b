import { DataSource, QueryRunner } from 'typeorm';
import { DatabaseWatch } from './database-watch';

interface QueryEvent {
  readonly queryRunner: QueryRunner;
  readonly query: string;
}

interface QueryEnd extends QueryEvent {
  readonly success: boolean;
}

/**
 * Tells of every statement that goes through the data source from now on. By a clock of its own: the one that TypeORM tells
 * of has whole milliseconds, and not for statements that fail.
 */
export function watchQueries(dataSource: DataSource, watch: DatabaseWatch): void {
  // A runner does one statement after the other.
  const starts = new WeakMap<QueryRunner, number>();
  dataSource.subscribers.push({
    beforeQuery({ queryRunner }: QueryEvent): void {
      starts.set(queryRunner, performance.now());
    },
    afterQuery({ queryRunner, query, success }: QueryEnd): void {
      watch.ran(query, starts.get(queryRunner)!, !success);
    },
  });
}
