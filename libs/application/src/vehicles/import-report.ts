import { FieldFault } from '@fleet/domain/shared/invalid-fields.error';

/** How many faults a report names; the rows beyond are counted all the same. */
export const MAX_REPORTED_ERRORS = 1_000;

/** One fault of one row. `line` is where the row begins in the file; `field` is empty when it is about the whole row. */
export interface ImportError extends FieldFault {
  readonly line: number;
}

/** What has become of the rows of an import: each is counted in `total` and in one of the four others. */
export class ImportReport {
  total = 0;
  created = 0;
  updated = 0;
  /** Already known, and left as it was. */
  skipped = 0;
  /** Rows, not faults. */
  failed = 0;
  /** The first {@link MAX_REPORTED_ERRORS} faults, in the order of the file. */
  readonly errors: ImportError[] = [];

  count(outcome: 'created' | 'updated' | 'skipped'): void {
    this.total++;
    this[outcome]++;
  }

  fail(line: number, faults: readonly FieldFault[]): void {
    this.total++;
    this.failed++;
    this.name(faults.map(({ field, message }) => ({ line, field, message })));
  }

  /** Takes in the report on the rows that follow. */
  add(next: ImportReport): void {
    this.total += next.total;
    this.created += next.created;
    this.updated += next.updated;
    this.skipped += next.skipped;
    this.failed += next.failed;
    this.name(next.errors);
  }

  private name(errors: readonly ImportError[]): void {
    this.errors.push(...errors.slice(0, MAX_REPORTED_ERRORS - this.errors.length));
  }
}
