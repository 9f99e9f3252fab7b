import { faultsOf } from '@fleet/tests/builders/faults';
import { FieldChecks } from './field-checks';

const NOW = new Date('2026-01-31T12:00:00.000Z');

function check<T>(read: (checks: FieldChecks) => T): T {
  const checks = new FieldChecks();
  const value = read(checks);
  checks.done();
  return value;
}
const faults = (read: (checks: FieldChecks) => unknown) => faultsOf(() => check(read));

describe('checking fields', () => {
  it('gathers every fault in the order of the fields', () => {
    const both = (checks: FieldChecks) => [checks.text('a', '', 5), checks.wholeNumber('b', 9, 1, 3)];
    expect(faults(both)).toEqual(['a is required', 'b must be between 1 and 3']);
  });

  it('throws nothing before it is done', () => {
    expect(() => new FieldChecks().text('a', '', 5)).not.toThrow();
  });
});

describe('a text', () => {
  it('is trimmed before it is measured', () => {
    expect(check((checks) => checks.text('a', '\u00a0 12345 \n', 5))).toBe('12345');
  });

  it.each([
    ['', 'a is required'],
    [' \t\n\u00a0\ufeff', 'a is required'],
    ['123456', 'a must be at most 5 characters long'],
    ['a\u0000b', 'a must not contain control characters'],
    ['\ud83d', 'a must be valid Unicode text'],
  ])('%j is refused', (value, fault) => expect(faults((checks) => checks.text('a', value, 5))).toEqual([fault]));
});

describe('a text that may be missing', () => {
  it.each([undefined, null, '', ' \t\n'])('is null for %j', (value) => {
    expect(check((checks) => checks.optionalText('a', value, 5))).toBeNull();
  });

  it('is else trimmed and measured as any text', () => {
    expect(check((checks) => checks.optionalText('a', ' 12345 ', 5))).toBe('12345');
    const tooLong = ['a must be at most 5 characters long'];
    expect(faults((checks) => checks.optionalText('a', '123456', 5))).toEqual(tooLong);
    expect(faults((checks) => checks.optionalText('a', 'a\u0000b', 5))).toEqual([
      'a must not contain control characters',
    ]);
  });
});

describe('a whole number', () => {
  it.each([1, 2, 3])('may be %i when it is 1 to 3', (value) => {
    expect(check((checks) => checks.wholeNumber('n', value, 1, 3))).toBe(value);
  });

  it('is 0 rather than -0', () => expect(check((checks) => checks.wholeNumber('n', -0, 0, 3))).toBe(0));

  it.each([
    [0, 'n must be between 1 and 3'],
    [4, 'n must be between 1 and 3'],
    [1.5, 'n must be a whole number'],
    [NaN, 'n must be a whole number'],
    [Infinity, 'n must be a whole number'],
  ])('cannot be %d', (value, fault) => {
    expect(faults((checks) => checks.wholeNumber('n', value, 1, 3))).toEqual([fault]);
  });
});

describe('an instant', () => {
  it.each(['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])('may be %s', (iso) => {
    expect(check((checks) => checks.instant('d', new Date(iso)))).toEqual(new Date(iso));
  });

  it.each(['0000-12-31T23:59:59.999Z', '+010000-01-01T00:00:00.000Z', 'never'])('cannot be %s', (iso) => {
    expect(faults((checks) => checks.instant('d', new Date(iso)))).toEqual(['d must be a date']);
  });
});

describe('an instant that is not in the future', () => {
  it.each(['2026-01-31T12:00:00.000Z', '0001-01-01T00:00:00.000Z'])('may be %s', (iso) => {
    expect(check((checks) => checks.notInFuture('d', new Date(iso), NOW))).toEqual(new Date(iso));
  });

  it.each([
    ['2026-01-31T12:00:00.001Z', 'd must not be in the future'],
    ['0000-12-31T23:59:59.999Z', 'd must be a date'],
    ['2026-02-30T99:00', 'd must be a date'],
  ])('cannot be %s', (iso, fault) => {
    expect(faults((checks) => checks.notInFuture('d', new Date(iso), NOW))).toEqual([fault]);
  });
});
