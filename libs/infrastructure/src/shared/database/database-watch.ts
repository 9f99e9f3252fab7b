import { Injectable } from '@nestjs/common';
import { Tracing } from '@fleet/application/shared/tracing';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { statementName } from './statement-name';

/** Is told of every statement, for whoever counts and follows them. */
@Injectable()
export class DatabaseWatch {
  constructor(
    readonly figures: DatabaseFigures,
    private readonly tracing: Tracing,
  ) {}

  /** @param start on the clock of `performance` */
  ran(text: string, start: number, failed: boolean): void {
    this.figures.durationsOf(text).observe((performance.now() - start) / 1000);
    if (this.tracing.traceId === undefined) return;
    // The text has a placeholder for each value.
    this.tracing.add(statementName(text), { 'db.query.text': text }, start, failed);
  }
}
