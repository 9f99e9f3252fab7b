import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { faultsOf } from '@fleet/tests/builders/faults';
import { parsePlate, plate } from './plate';

function read(value: string): string {
  const checks = new FieldChecks();
  const clean = plate(checks, value);
  checks.done();
  return clean;
}

const WRONG_CHARACTERS = 'plate must consist of letters A-Z, digits and hyphens';

describe('a plate', () => {
  it.each([
    ['abc-1d23', 'ABC-1D23'],
    ['  abc1234\t', 'ABC1234'],
    ['A', 'A'],
    ['az-AZ-0-9', 'AZ-AZ-0-9'],
    ['1234567890', '1234567890'],
    [' 1234567890 ', '1234567890'],
  ])('%j is kept as %j', (typed, kept) => expect(read(typed)).toBe(kept));

  it.each(['', ' ', '\t\n'])('%j is missing', (typed) => {
    expect(faultsOf(() => read(typed))).toEqual(['plate is required']);
  });

  it('has at most 10 characters', () => {
    expect(faultsOf(() => read('12345678901'))).toEqual(['plate must be at most 10 characters long']);
  });

  it.each(['AB 123', 'AB_123', 'AB.123', 'ÁBC123', 'АBC123', 'A\nB'])('%j has wrong characters', (typed) => {
    expect(faultsOf(() => read(typed))).toEqual([WRONG_CHARACTERS]);
  });

  it.each(['ß', 'ı', 'ſ', 'ﬁ'])('%j does not pass because its upper case would', (typed) => {
    expect(faultsOf(() => read(typed))).toEqual([WRONG_CHARACTERS]);
  });

  it('is looked up as it is kept', () => expect(parsePlate(' abc-1d23 ')).toBe('ABC-1D23'));

  it.each(['', ' ', '12345678901', 'AB_123', 'ß1'])('%j is nothing to look up', (typed) => {
    expect(parsePlate(typed)).toBeNull();
  });
});
