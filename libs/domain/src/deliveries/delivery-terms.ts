/** Why an attempt has failed. */
export const FAILURE_REASONS = [
  'CustomerAbsent',
  'AddressNotFound',
  'Refused',
  'Damaged',
  'Accident',
  'VehicleBreakdown',
  'Other',
] as const;

export type FailureReason = (typeof FAILURE_REASONS)[number];

/** Why a delivery is given up. */
export const CANCELLATION_REASONS = [
  'CustomerRequest',
  'Duplicate',
  'OutOfStock',
  'AddressNotServed',
  'Other',
] as const;

export type CancellationReason = (typeof CANCELLATION_REASONS)[number];
