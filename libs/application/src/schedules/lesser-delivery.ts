import { DomainError } from '@fleet/domain/shared/domain-error';
import { PlannedDelivery } from './occurrence-maker';

/** What of a delivery can be left out, because a dispatcher can see to it later. */
export type Omissible = 'vehicleId' | 'driverId' | 'reference';

const REFUSED: Readonly<Record<string, readonly Omissible[]>> = {
  VEHICLE_NOT_FOUND: ['vehicleId'],
  VEHICLE_IN_MAINTENANCE: ['vehicleId'],
  DRIVER_NOT_FOUND: ['driverId'],
  DRIVER_INACTIVE: ['driverId'],
  REFERENCE_TAKEN: ['reference'],
};

/** What must be left out for a delivery to be made that was refused with this error; nothing when that would not help. */
export function toLeaveOut(error: unknown, delivery: PlannedDelivery): Omissible[] {
  if (!(error instanceof DomainError)) return [];
  const refused = error.code === 'ASSIGNMENT_CONFLICT' ? inConflict(error) : (REFUSED[error.code] ?? []);
  return refused.filter((field) => delivery[field] !== null);
}

/** An ASSIGNMENT_CONFLICT says of which of the two it is. */
function inConflict({ details }: DomainError): Omissible[] {
  const conflicts = (details?.conflicts ?? []) as readonly { readonly resource: 'Vehicle' | 'Driver' }[];
  return conflicts.map(({ resource }) => (resource === 'Vehicle' ? 'vehicleId' : 'driverId'));
}
