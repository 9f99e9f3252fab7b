import { FieldChecks } from '@fleet/domain/shared/field-checks';

/** The highest amount that can be typed in: what a decimal(10,2) column holds. */
export const MONEY_MAX = 99_999_999.99;

const DECIMAL = /^(\d+)(?:\.(\d{1,2}))?$/;

/** An exact amount in the fleet's currency, never negative. */
export class Money {
  /** @param cents the amount in hundredths of the currency, a whole number */
  private constructor(readonly cents: number) {
    if (!Number.isSafeInteger(cents)) throw new RangeError('An amount of money is too large to be exact');
  }

  /** Reads an amount as it stands in JSON: 0 to 99,999,999.99 with at most two decimals. */
  static parse(checks: FieldChecks, field: string, value: number): Money {
    if (!(value >= 0 && value <= MONEY_MAX)) {
      checks.fault(field, `must be between 0 and ${MONEY_MAX}`);
      return new Money(0);
    }
    const cents = Math.round(value * 100);
    // A number with two decimals is the double nearest to them, and the division finds that same double again.
    if (cents / 100 !== value) checks.fault(field, 'must have at most two decimals');
    return new Money(cents + 0); // -0 becomes 0
  }

  /**
   * Reads a decimal as a database gives it: `1234`, `1234.5` or `1234.50`.
   * @throws RangeError when it is none
   */
  static fromDecimal(decimal: string): Money {
    const [, units, fraction = ''] = DECIMAL.exec(decimal) ?? [];
    if (units === undefined) throw new RangeError('Not an amount of money with at most two decimals');
    return new Money(Number(units + fraction.padEnd(2, '0')));
  }

  add(other: Money): Money {
    return new Money(this.cents + other.cents);
  }

  /** For JSON: 1234.5. */
  toNumber(): number {
    return this.cents / 100;
  }

  /** For the database: `1234.50`. */
  toDecimal(): string {
    const digits = String(this.cents).padStart(3, '0');
    return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  }
}
