import { FieldFault, InvalidFieldsError } from './invalid-fields.error';
import { blankToNull, textFault } from './text';

// SQL Server's dates begin and end here.
const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00.000Z');
export const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Reads the fields of one request and gathers every fault, so that a caller can mend all of them at once.
 * Each method returns the clean value, or a stand-in that is never used because `done()` throws.
 */
export class FieldChecks {
  private readonly faults: FieldFault[] = [];

  /** Trimmed text of 1 to `maxLength` UTF-16 code units, the unit that an nvarchar column counts in. */
  text(field: string, value: string, maxLength: number): string {
    const clean = blankToNull(value);
    if (clean === null) {
      this.fault(field, 'is required');
      return '';
    }
    const fault = textFault(clean, maxLength);
    if (fault) this.fault(field, fault);
    return clean;
  }

  /** The same where nothing need be said: missing and blank are null. */
  optionalText(field: string, value: string | null | undefined, maxLength: number): string | null {
    const clean = blankToNull(value ?? '');
    return clean === null ? null : this.text(field, clean, maxLength);
  }

  /** A whole number; `min` and `max` are allowed themselves. */
  wholeNumber(field: string, value: number, min: number, max: number): number {
    if (!Number.isInteger(value)) this.fault(field, 'must be a whole number');
    else if (value < min || value > max) this.fault(field, `must be between ${min} and ${max}`);
    return value + 0; // -0 becomes 0
  }

  /** An instant from the year 1 on to the year 9999. */
  instant(field: string, value: Date): Date {
    if (!(value.getTime() >= FIRST_INSTANT && value.getTime() <= LAST_INSTANT)) this.fault(field, 'must be a date');
    return value;
  }

  /** An instant from the year 1 on that is not after `now`. */
  notInFuture(field: string, value: Date, now: Date): Date {
    if (!(value.getTime() >= FIRST_INSTANT)) this.fault(field, 'must be a date');
    else if (value.getTime() > now.getTime()) this.fault(field, 'must not be in the future');
    return value;
  }

  fault(field: string, message: string): void {
    this.faults.push({ field, message });
  }

  /** @throws InvalidFieldsError when any field was at fault */
  done(): void {
    if (this.faults.length > 0) throw new InvalidFieldsError(this.faults);
  }
}
