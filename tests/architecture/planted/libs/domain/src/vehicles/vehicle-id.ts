export type VehicleId = string;
