import { DriverId } from '@fleet/domain/drivers/driver-id';
import { RouteId } from '@fleet/domain/routes/route-id';
import { Priority, ProofRequirement } from '@fleet/domain/shared/delivery-needs';
import { TripId } from '@fleet/domain/trips/trip-id';
import { VehicleId } from '@fleet/domain/vehicles/vehicle-id';
import { DeliveryId } from './delivery-id';
import { DeliveryStatus } from './delivery-status';
import { CancellationReason, FailureReason } from './delivery-terms';
import { Incident } from './incident';
import { ReachedCheckpoint, Slot } from './planned-route';
import { Proof } from './proof';

/** Whom and how it is delivered to. The customer's own is null where it was erased. */
export interface DeliveryTerms {
  readonly reference: string | null;
  readonly customerName: string | null;
  readonly customerPhone: string | null;
  readonly customerAddress: string | null;
  readonly priority: Priority;
  readonly promisedBy: Date | null;
  readonly requirements: readonly ProofRequirement[];
  /** The deliveries that must be delivered before this one leaves. */
  readonly after: readonly DeliveryId[];
}

/** The whole state of a delivery. */
export interface DeliverySnapshot extends DeliveryTerms, Slot {
  readonly id: DeliveryId;
  readonly routeId: RouteId;
  readonly vehicleId: VehicleId | null;
  readonly driverId: DriverId | null;
  readonly status: DeliveryStatus;
  readonly attempt: number;
  /** The trip that this attempt drives or has driven. */
  readonly tripId: TripId | null;
  /** When this attempt went into transit. */
  readonly leftAt: Date | null;
  /** Of this attempt, in the order in which they were reached. */
  readonly reached: readonly ReachedCheckpoint[];
  readonly incidents: readonly Incident[];
  readonly proof: Proof | null;
  /** Those that were replaced, or of attempts that failed after all. */
  readonly earlierProofs: readonly Proof[];
  /** Why it has failed or is cancelled. */
  readonly reason: FailureReason | CancellationReason | null;
  readonly notes: string | null;
  /** Kilometres of this attempt's trip. */
  readonly distance: number | null;
  /** Minutes behind the plan at the checkpoint furthest along the route that was reached. */
  readonly delayMinutes: number | null;
  readonly deliveredAt: Date | null;
  /** Minutes after what was promised. */
  readonly lateMinutes: number | null;
  /** When the customer was forgotten; null for everybody else. */
  readonly erasedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type DeliveryState = Omit<DeliverySnapshot, 'id' | 'version'>;
