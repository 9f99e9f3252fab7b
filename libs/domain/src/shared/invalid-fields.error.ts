import { DomainError } from './domain-error';

/** One value that is out of its range. `field` is the name that the caller used for it. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** Values out of their range: every fault of the request, not only the first. */
export class InvalidFieldsError extends DomainError {
  readonly code = 'VALIDATION_FAILED';

  constructor(readonly faults: readonly FieldFault[]) {
    super(faults.map(({ field, message }) => `${field} ${message}`).join('; '));
  }
}
