import { FieldFault } from '@fleet/domain/shared/invalid-fields.error';

/** One row of a file of vehicles, as its reader found it. */
export interface VehicleRow {
  /** Where the row begins in the file; the header is line 1. */
  readonly line: number;
  /** Null when the row could not be read at all. */
  readonly fields: VehicleRowFields | null;
  /** What the reader could make nothing of; the value of such a field says nothing. With any fault the row fails. */
  readonly faults: readonly FieldFault[];
}

/** Null stands for what the row leaves out. */
export interface VehicleRowFields {
  readonly plate: string;
  readonly model: string;
  readonly year: number;
  /** Kilometres. */
  readonly mileage: number | null;
  readonly lastMaintenanceDate: Date | null;
}
