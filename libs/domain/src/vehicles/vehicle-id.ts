/** A vehicle's identity: a UUID in lower case. */
export type VehicleId = string;
