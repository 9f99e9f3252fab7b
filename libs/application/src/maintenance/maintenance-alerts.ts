/** Tells the people who run the fleet what a maintenance check has found. */
export abstract class MaintenanceAlerts {
  /**
   * One vehicle is due. Resolves when the next one may be told: alerts may be many, and whoever takes them slow.
   * @param timeZone the IANA name of the zone whose calendar names the day
   */
  abstract vehicleDue(vehicle: VehicleDue, timeZone: string): Promise<void>;

  /** The check is done and has found `count` vehicles. */
  abstract checkDone(count: number): void;
}

export interface VehicleDue {
  readonly vehicleId: string;
  readonly plate: string;
  readonly nextMaintenanceDate: Date;
}
