import { DataSource, QueryRunner } from 'typeorm';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';

interface QueryEvent {
  readonly queryRunner: QueryRunner;
  readonly query: string;
}

/**
 * Times every statement that goes through the data source from now on. By a clock of its own: the one that TypeORM tells
 * of has whole milliseconds, and not for statements that fail.
 */
export function watchQueries(dataSource: DataSource, figures: DatabaseFigures): void {
  // A runner does one statement after the other.
  const starts = new WeakMap<QueryRunner, number>();
  dataSource.subscribers.push({
    beforeQuery({ queryRunner }: QueryEvent): void {
      starts.set(queryRunner, performance.now());
    },
    afterQuery({ queryRunner, query }: QueryEvent): void {
      figures.durationsOf(query).observe((performance.now() - starts.get(queryRunner)!) / 1000);
    },
  });
}
