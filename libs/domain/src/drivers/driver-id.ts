/** A driver's identity: a UUID in lower case. */
export type DriverId = string;
