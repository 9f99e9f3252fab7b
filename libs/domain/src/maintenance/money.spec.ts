import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { faultsOf } from '@fleet/tests/builders/faults';
import { Money } from './money';

function parse(value: number): Money {
  const checks = new FieldChecks();
  const money = Money.parse(checks, 'cost', value);
  checks.done();
  return money;
}

describe('an amount of money as it stands in JSON', () => {
  it.each([
    [0, 0],
    [-0, 0],
    [0.01, 1],
    [0.29, 29],
    [1.1, 110],
    [19.99, 1_999],
    [1_234.5, 123_450],
    [4_503_599.63, 450_359_963],
    [99_999_999.99, 9_999_999_999],
  ])('%d is %i cents', (value, cents) => expect(parse(value).cents).toBe(cents));

  it('passes with every count of cents', () => {
    for (let cents = 0; cents <= 9_999_999_999; cents += 99_991) {
      const literal = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
      if (parse(Number(literal)).cents !== cents) throw new Error(`${literal} was not read exactly`);
    }
  });

  it.each([1.005, 0.1 + 0.2, 1e-7, 0.001, 99_999_999.981, 5e-324])('%d has too many decimals', (value) => {
    expect(faultsOf(() => parse(value))).toEqual(['cost must have at most two decimals']);
  });

  it.each([-0.01, -1, 100_000_000, 99_999_999.995, 1e300, NaN, Infinity, -Infinity])('%d is out of range', (value) => {
    expect(faultsOf(() => parse(value))).toEqual(['cost must be between 0 and 99999999.99']);
  });
});

describe('an amount of money', () => {
  it.each([
    ['0', '0.00', 0],
    ['0.05', '0.05', 0.05],
    ['0.5', '0.50', 0.5],
    ['12', '12.00', 12],
    ['1234.5', '1234.50', 1_234.5],
    ['99999999.99', '99999999.99', 99_999_999.99],
  ])('%s becomes %s in the database and %d in JSON', (given, decimal, number) => {
    const money = Money.fromDecimal(given);
    expect(money.toDecimal()).toBe(decimal);
    expect(money.toNumber()).toBe(number);
    expect(parse(money.toNumber())).toEqual(money);
    expect(Money.fromDecimal(money.toDecimal())).toEqual(money);
  });

  it.each(['', ' 1', '-1', '1,5', '1.', '.5', '1.234', '1e3', 'NaN'])('%j is none', (text) => {
    expect(() => Money.fromDecimal(text)).toThrow('Not an amount of money with at most two decimals');
  });

  it('adds up exactly', () => {
    const dime = Money.fromDecimal('0.1');
    expect(dime.add(Money.fromDecimal('0.2')).toDecimal()).toBe('0.30');
    expect(dime.toDecimal()).toBe('0.10');
  });

  it('refuses a sum that would no longer be exact', () => {
    const most = Money.fromDecimal('90071992547409.91');
    expect(most.toDecimal()).toBe('90071992547409.91');
    expect(() => most.add(Money.fromDecimal('0.01'))).toThrow(RangeError);
  });
});
