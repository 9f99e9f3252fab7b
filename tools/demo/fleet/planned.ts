import { VehicleKind } from './vehicle-models';

/** The working day on which the fleet began to use the product: a year ago. */
export const FOUNDING_DAY = 259;

/** How long somebody or something is part of the fleet's ordinary work, in working days before the anchor. */
export interface Service {
  /** The working day of the registration; the first trips are on the next one. */
  readonly since: number;
  /** The last working day with ordinary trips; 0 is yesterday's, or Friday's. */
  readonly until: number;
}

export interface PlannedVehicle extends Service {
  /** Given when the API's documentation names this vehicle. */
  readonly id?: string | undefined;
  readonly plate: string;
  readonly model: string;
  readonly kind: VehicleKind;
  /** The model year; bought in the course of the history, it is that of the purchase. */
  readonly year: number | 'new';
  /** Kilometres at the registration. */
  readonly mileage: number;
  readonly role: VehicleRole;
}

/** What makes a vehicle special when the history ends. */
export type VehicleRole =
  'ordinary' | 'deliveries' | 'spare' | 'on the road' | 'due' | 'due in workshop' | 'repair in workshop';

export interface PlannedDriver extends Service {
  /** Given when the API's documentation names this driver. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly licenseNumber: string;
  readonly phone: string;
  readonly role: DriverRole;
}

export type DriverRole = 'ordinary' | 'deliveries' | 'spare' | 'on the road' | 'left';

export interface PlannedTrip {
  /** Given when the API's documentation names this trip. */
  readonly id?: string | undefined;
  readonly vehicle: PlannedVehicle;
  readonly driver: PlannedDriver;
  readonly route: string;
  readonly start: Date;
  /** Missing while the trip runs. */
  readonly ended?: { readonly at: Date; readonly distance: number };
}

/** A stay in the workshop, or work that is done where the vehicle stands. */
export interface PlannedWork {
  /** Given when the API's documentation names this record. */
  readonly id?: string | undefined;
  readonly vehicle: PlannedVehicle;
  /** The working day that it takes from the vehicle. */
  readonly day?: number;
  /** When the vehicle goes to the workshop, if it does. */
  readonly sent?: Date;
  /** Missing while the vehicle is still in the workshop. */
  readonly record?: MaintenanceNote;
}

export interface MaintenanceNote {
  /** When the work was done. */
  readonly date: Date;
  /** When somebody recorded it. */
  readonly at: Date;
  readonly description: string;
  readonly cost: number;
}

/** What is done in the history, with the API. */
export interface FleetWork {
  registerVehicle(vehicle: PlannedVehicle, lastMaintenanceDate: Date | undefined): Promise<void>;
  registerDriver(driver: PlannedDriver): Promise<void>;
  deactivateDriver(driver: PlannedDriver): Promise<void>;
  startTrip(trip: PlannedTrip): Promise<void>;
  endTrip(trip: PlannedTrip, distance: number): Promise<void>;
  sendToWorkshop(vehicle: PlannedVehicle): Promise<void>;
  recordMaintenance(work: PlannedWork, record: MaintenanceNote): Promise<void>;
}

/** Something that somebody does at one moment of the history. */
export interface Deed<Work = FleetWork> {
  readonly at: Date;
  readonly doneIn: (work: Work) => Promise<void>;
}

/** Whether ordinary work is possible on a working day. */
export function isAtWork({ since, until }: Service, workday: number): boolean {
  return workday < since && workday >= until;
}
