import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { faultsOf } from '@fleet/tests/builders/faults';
import { licenseNumber, licenseNumberKey } from './license-number';

function read(value: string): string {
  const checks = new FieldChecks();
  const clean = licenseNumber(checks, value);
  checks.done();
  return clean;
}

describe('a licence number', () => {
  it.each([
    [' ab-123 ', 'ab-123'],
    ['A', 'A'],
    ['x'.repeat(20), 'x'.repeat(20)],
  ])('%j is kept as %j', (typed, kept) => expect(read(typed)).toBe(kept));

  it.each([
    [' ', 'licenseNumber is required'],
    ['x'.repeat(21), 'licenseNumber must be at most 20 characters long'],
  ])('%j is refused', (typed, fault) => expect(faultsOf(() => read(typed))).toEqual([fault]));

  it('is the same whatever the case and the space around it', () => {
    expect(licenseNumberKey(' ab-123ç ')).toBe('AB-123Ç');
    expect(licenseNumberKey('AB-123Ç')).toBe('AB-123Ç');
  });
});
