/** What an operator sets and the use cases ask for. */
export abstract class Settings {
  /** Days within which a vehicle counts as due. */
  abstract readonly maintenanceDaysThreshold: number;
  /** Days from one maintenance to the next. */
  abstract readonly maintenanceIntervalDays: number;
  /** Minutes that a vehicle and a driver are held beyond the end of a delivery's route. */
  abstract readonly assignmentBufferMinutes: number;
  /** IANA name of the zone that dates in messages for people are in. */
  abstract readonly timeZone: string;
  /** Days ahead of which routes and deliveries are made from their schedules. */
  abstract readonly scheduleAheadDays: number;
}
