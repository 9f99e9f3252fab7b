import { DomainError } from '@fleet/domain/shared/domain-error';
import * as errors from './vehicle.errors';

describe('the errors of vehicles', () => {
  it.each([
    [errors.VehicleNotFoundError, 'VEHICLE_NOT_FOUND', 'not-found'],
    [errors.PlateTakenError, 'PLATE_TAKEN', 'conflict'],
    [errors.VehicleHasTripsError, 'VEHICLE_HAS_TRIPS', 'conflict'],
    [errors.VehicleNotAvailableError, 'VEHICLE_NOT_AVAILABLE', 'rule'],
    [errors.VehicleNotInUseError, 'VEHICLE_NOT_IN_USE', 'rule'],
    [errors.VehicleNotInMaintenanceError, 'VEHICLE_NOT_IN_MAINTENANCE', 'rule'],
    [errors.MileageCannotDecreaseError, 'MILEAGE_CANNOT_DECREASE', 'rule'],
  ])('%p has the code %s and is a %s', (Type, code, kind) => {
    const error = new Type();
    expect(error).toBeInstanceOf(DomainError);
    expect({ code: error.code, kind: error.kind, name: error.name }).toEqual({ code, kind, name: Type.name });
    expect(error.message).toMatch(/^[A-Z].*\.$/);
  });
});
