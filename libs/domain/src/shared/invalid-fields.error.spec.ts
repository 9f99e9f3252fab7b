import { DomainError } from './domain-error';
import { InvalidFieldsError } from './invalid-fields.error';

describe('values out of their range', () => {
  const error = new InvalidFieldsError([
    { field: 'plate', message: 'is required' },
    { field: 'year', message: 'must be a whole number' },
  ]);

  it('are one broken rule with a stable code', () => {
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toBeInstanceOf(Error);
    expect({ code: error.code, kind: error.kind, name: error.name }).toEqual({
      code: 'VALIDATION_FAILED',
      kind: 'rule',
      name: 'InvalidFieldsError',
    });
  });

  it('name every fault', () => {
    expect(error.faults).toHaveLength(2);
    expect(error.message).toBe('plate is required; year must be a whole number');
  });
});
