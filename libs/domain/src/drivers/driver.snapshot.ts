import { DriverId } from './driver-id';

/** What a person may say about a driver. */
export interface DriverDetails {
  name: string;
  licenseNumber: string;
  phone: string;
}

/** The whole state of a driver. */
export interface DriverSnapshot extends DriverDetails {
  id: DriverId;
  active: boolean;
  /** Active and on no trip. */
  available: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
