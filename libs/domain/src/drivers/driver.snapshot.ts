import { DriverId } from './driver-id';

/** What a person may say about a driver. */
export interface DriverDetails {
  name: string;
  licenseNumber: string;
  phone: string;
}

/** Null once the driver has been erased. */
type Forgotten<Details> = { [Field in keyof Details]: Details[Field] | null };

/** The whole state of a driver. */
export interface DriverSnapshot extends Forgotten<DriverDetails> {
  id: DriverId;
  active: boolean;
  /** Active and on no trip. */
  available: boolean;
  /** When the person was forgotten; null for everybody else. */
  erasedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
