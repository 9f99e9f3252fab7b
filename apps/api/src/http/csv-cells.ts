import { FieldFault } from '@fleet/domain/shared/invalid-fields.error';
import { INSTANT_MESSAGE, parseInstant } from './instant';

const WHOLE_NUMBER = /^-?\d+$/;

/** Reads the values of one row by the names of their columns, and gathers what cannot be read. */
export class CsvCells {
  /**
   * @param places where each column stands, from 0; -1 when the file does not have it
   * @param faults what is known already; a value at fault is empty
   */
  constructor(
    private readonly cells: readonly string[],
    private readonly places: ReadonlyMap<string, number>,
    readonly faults: FieldFault[],
  ) {}

  /** Trimmed; empty when the file leaves it out. */
  text(column: string): string {
    return this.cells[this.places.get(column) ?? -1]?.trim() ?? '';
  }

  /** Digits alone, with or without a minus sign. Null when it is left out, NaN when it is at fault. */
  wholeNumber(column: string): number | null {
    const text = this.text(column);
    if (text === '') return null;
    return WHOLE_NUMBER.test(text) ? Number(text) : this.fault(column, 'must be a whole number, in digits alone');
  }

  /** Null when it is left out, an invalid date when it is at fault. */
  instant(column: string): Date | null {
    const text = this.text(column);
    if (text === '') return null;
    return parseInstant(text) ?? new Date(this.fault(column, INSTANT_MESSAGE));
  }

  /** Names a value that is needed and left out. */
  missing(column: string): number {
    return this.fault(column, 'is required');
  }

  private fault(field: string, message: string): number {
    if (!this.faults.some((fault) => fault.field === field)) this.faults.push({ field, message });
    return NaN;
  }
}
