import { FieldFault, InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';

/** The fields that `work` finds at fault, as `field message`; none when it succeeds. Other errors pass through. */
export function faultsOf(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof InvalidFieldsError)) throw error;
    return error.faults.map(({ field, message }: FieldFault) => `${field} ${message}`);
  }
}
