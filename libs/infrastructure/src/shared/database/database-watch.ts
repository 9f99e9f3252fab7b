import { Injectable } from '@nestjs/common';
import { Tracing } from '@fleet/application/shared/tracing';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { statementName } from './statement-name';

/** Is told of every statement, for whoever counts and follows them. */
@Injectable()
export class DatabaseWatch {
  private answeredAt = -Infinity;

  constructor(
    readonly figures: DatabaseFigures,
    private readonly tracing: Tracing,
  ) {}

  /** When the database last did what it was asked, on the clock of `performance`. */
  get lastAnswerAt(): number {
    return this.answeredAt;
  }

  /** @param start on the clock of `performance` */
  ran(text: string, start: number, failed: boolean): void {
    const now = performance.now();
    if (!failed) this.answeredAt = now;
    this.figures.durationsOf(text).observe((now - start) / 1000);
    if (this.tracing.traceId === undefined) return;
    // The text has a placeholder for each value.
    this.tracing.add(statementName(text), { 'db.query.text': text }, start, failed);
  }
}
