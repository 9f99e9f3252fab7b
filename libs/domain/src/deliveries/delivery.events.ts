import { DriverId } from '@fleet/domain/drivers/driver-id';
import { RouteId } from '@fleet/domain/routes/route-id';
import { Priority, ProofRequirement } from '@fleet/domain/shared/delivery-needs';
import { TripId } from '@fleet/domain/trips/trip-id';
import { VehicleId } from '@fleet/domain/vehicles/vehicle-id';
import { DeliveryId } from './delivery-id';
import { DeliveryStatus } from './delivery-status';
import { CancellationReason, FailureReason } from './delivery-terms';
import { IncidentType, Severity } from './incident';
import { ProofFile } from './proof';

/** What a planner may change while the delivery has not left. Instants are ISO 8601 in UTC. */
export type DeliveryDetailsPayload = {
  reference: string | null;
  customerName: string;
  customerPhone: string;
  customerAddress: string;
  priority: Priority;
  promisedBy: string | null;
  requirements: readonly ProofRequirement[];
  after: readonly DeliveryId[];
};

/** What can happen to a delivery, and what each event's payload holds. Instants are ISO 8601 in UTC. */
export type DeliveryEvents = {
  DeliveryCreated: DeliveryDetailsPayload & {
    routeId: RouteId;
    vehicleId: VehicleId | null;
    driverId: DriverId | null;
    status: DeliveryStatus;
    /** 1, and one more with every retry. */
    attempt: number;
    slotStart: string;
    slotEnd: string;
  };
  /** Only the fields that changed. */
  DeliveryDetailsChanged: Partial<DeliveryDetailsPayload>;
  DeliveryAssigned: { vehicleId: VehicleId | null; driverId: DriverId | null };
  DeliveryWentInTransit: { status: DeliveryStatus; tripId: TripId };
  DeliveryCheckpointReached: {
    sequence: number;
    reachedAt: string;
    /** Minutes behind the plan; before it they are negative. */
    delayMinutes: number;
    outsideWindow: boolean;
  };
  DeliveryWentOutForDelivery: { status: DeliveryStatus };
  DeliveryIncidentReported: {
    incidentId: string;
    incidentType: IncidentType;
    severity: Severity;
    description: string;
    location: string | null;
    latitude: number | null;
    longitude: number | null;
  };
  DeliveryIncidentResolved: { incidentId: string; resolution: string };
  /** `fileKeys` is a JSON text: by the id of each file, what it is decrypted with. */
  DeliveryProofCaptured: {
    receivedBy: string;
    proofNotes: string | null;
    proofCode: string | null;
    scannedValue: string | null;
    files: readonly ProofFile[];
    fileKeys: string | null;
  };
  DeliveryDelivered: {
    status: DeliveryStatus;
    deliveredAt: string;
    /** Kilometres. */
    distance: number;
    /** Minutes after what was promised; null when nothing was. */
    lateMinutes: number | null;
  };
  DeliveryFailed: { status: DeliveryStatus; reason: FailureReason; notes: string | null; distance: number };
  DeliveryCancelled: { status: DeliveryStatus; reason: CancellationReason; notes: string | null; distance: number };
  /** Another attempt, for which somebody has to be assigned anew. */
  DeliveryRetried: { status: DeliveryStatus; attempt: number; vehicleId: null; driverId: null; tripId: null };
  /** The customer is forgotten: of name, telephone number, address and proofs there is nothing from here on. */
  DeliveryErased: { erasedAt: string };
};

export type DeliveryEventType = keyof DeliveryEvents;

/** What in these payloads is the customer's own: kept under a key that goes with the customer. */
export const DELIVERY_PERSONAL_FIELDS = [
  'customerName',
  'customerPhone',
  'customerAddress',
  'receivedBy',
  'proofNotes',
  'proofCode',
  'scannedValue',
  'fileKeys',
] as const;
