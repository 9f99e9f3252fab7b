export const VEHICLE_STATUSES = ['Available', 'InUse', 'InMaintenance'] as const;

/** Where a vehicle is: free, on a trip, or in the workshop. */
export type VehicleStatus = (typeof VEHICLE_STATUSES)[number];
