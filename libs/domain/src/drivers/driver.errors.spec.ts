import { DomainError } from '@fleet/domain/shared/domain-error';
import * as errors from './driver.errors';

describe('the errors of drivers', () => {
  it.each([
    [errors.DriverNotFoundError, 'DRIVER_NOT_FOUND', 'not-found'],
    [errors.LicenseNumberTakenError, 'LICENSE_NUMBER_TAKEN', 'conflict'],
    [errors.DriverHasTripsError, 'DRIVER_HAS_TRIPS', 'conflict'],
    [errors.DriverErasedError, 'DRIVER_ERASED', 'conflict'],
    [errors.DriverHasUserError, 'DRIVER_HAS_USER', 'conflict'],
    [errors.DriverNotAvailableError, 'DRIVER_NOT_AVAILABLE', 'rule'],
    [errors.DriverOnTripError, 'DRIVER_ON_TRIP', 'rule'],
  ])('%p has the code %s and is a %s', (Type, code, kind) => {
    const error = new Type();
    expect(error).toBeInstanceOf(DomainError);
    expect({ code: error.code, kind: error.kind, name: error.name }).toEqual({ code, kind, name: Type.name });
    expect(error.message).toMatch(/^[A-Z].*\.$/);
  });
});
