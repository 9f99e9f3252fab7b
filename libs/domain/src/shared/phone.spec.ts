import { faultsOf } from '@fleet/tests/builders/faults';
import { FieldChecks } from './field-checks';
import { phone } from './phone';

function read(value: string): string {
  const checks = new FieldChecks();
  const clean = phone(checks, value);
  checks.done();
  return clean;
}

const WRONG_CHARACTERS = 'phone must consist of digits, spaces, +, -, ( and )';
const WRONG_COUNT = 'phone must have 8 to 15 digits';

describe('a phone number', () => {
  it.each([
    ['+55 (11) 98765-4321', '+55 (11) 98765-4321'],
    ['  3333-4444 ', '3333-4444'],
    ['12345678', '12345678'],
    ['123456789012345', '123456789012345'],
    ['(123) 456-789-012-345 ( )', '(123) 456-789-012-345 ( )'],
  ])('%j is kept as %j', (typed, kept) => expect(read(typed)).toBe(kept));

  it('has at most 25 characters, spaces included', () => {
    expect('(123) 456-789-012-345 ( )').toHaveLength(25);
    expect(faultsOf(() => read('(123) 456-789-012-345 (  )'))).toEqual(['phone must be at most 25 characters long']);
  });

  it.each(['', '  '])('%j is missing', (typed) => {
    expect(faultsOf(() => read(typed))).toEqual(['phone is required']);
  });

  it.each(['1234567', '1234567890123456', '+ - ( )', '(11) 12345'])('%j has too few or too many digits', (typed) => {
    expect(faultsOf(() => read(typed))).toEqual([WRONG_COUNT]);
  });

  it.each(['12345678x', '1234.5678', '1234/5678', '1234\t5678', '1234\u00a05678', '١٢٣٤٥٦٧٨', '１２３４５６７８'])(
    '%j has wrong characters',
    (typed) => expect(faultsOf(() => read(typed))).toEqual([WRONG_CHARACTERS]),
  );
});
