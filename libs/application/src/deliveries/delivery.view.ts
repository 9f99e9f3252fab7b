import { Delivery } from '@fleet/domain/deliveries/delivery';
import { DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { Incident } from '@fleet/domain/deliveries/incident';
import { ReachedCheckpoint } from '@fleet/domain/deliveries/planned-route';
import { Proof, ProofFile } from '@fleet/domain/deliveries/proof';
import { Priority, ProofRequirement } from '@fleet/domain/shared/delivery-needs';

/** Null once it was erased. */
export interface CustomerView {
  readonly name: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

type Written<T, Instants extends keyof T> = Omit<T, Instants> & {
  readonly [Field in Instants]: null extends T[Field] ? string | null : string;
};

export type ReachedCheckpointView = Written<ReachedCheckpoint, 'reachedAt'>;
export type IncidentView = Written<Incident, 'reportedAt' | 'resolvedAt'>;
export type ProofView = Written<Omit<Proof, 'fileKeys' | 'files'>, 'capturedAt'> & {
  readonly files: readonly ProofFile[];
};

/** A delivery as readers see it. Instants are ISO 8601 in UTC. */
export interface DeliveryView {
  readonly id: string;
  readonly routeId: string;
  readonly reference: string | null;
  readonly vehicleId: string | null;
  readonly driverId: string | null;
  readonly customer: CustomerView;
  readonly priority: Priority;
  readonly promisedBy: string | null;
  readonly requirements: readonly ProofRequirement[];
  readonly after: readonly string[];
  readonly status: DeliveryStatus;
  readonly attempt: number;
  readonly slotStart: string;
  readonly slotEnd: string;
  readonly tripId: string | null;
  /** Those that this attempt has reached. */
  readonly checkpoints: readonly ReachedCheckpointView[];
  readonly incidents: readonly IncidentView[];
  readonly proof: ProofView | null;
  readonly reason: string | null;
  readonly notes: string | null;
  /** Kilometres. */
  readonly distance: number | null;
  readonly delayMinutes: number | null;
  readonly deliveredAt: string | null;
  readonly lateMinutes: number | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export function deliveryView(delivery: Delivery): DeliveryView {
  const one = delivery.snapshot();
  return {
    id: one.id,
    routeId: one.routeId,
    reference: one.reference,
    vehicleId: one.vehicleId,
    driverId: one.driverId,
    customer: { name: one.customerName, phone: one.customerPhone, address: one.customerAddress },
    priority: one.priority,
    promisedBy: one.promisedBy?.toISOString() ?? null,
    requirements: one.requirements,
    after: one.after,
    status: one.status,
    attempt: one.attempt,
    slotStart: one.slotStart.toISOString(),
    slotEnd: one.slotEnd.toISOString(),
    tripId: one.tripId,
    checkpoints: one.reached.map(reachedView),
    incidents: one.incidents.map(incidentView),
    proof: one.proof && proofView(one.proof),
    reason: one.reason,
    notes: one.notes,
    distance: one.distance,
    delayMinutes: one.delayMinutes,
    deliveredAt: one.deliveredAt?.toISOString() ?? null,
    lateMinutes: one.lateMinutes,
    version: one.version,
    createdAt: one.createdAt.toISOString(),
    updatedAt: one.updatedAt.toISOString(),
  };
}

export function reachedView({ reachedAt, ...reached }: ReachedCheckpoint): ReachedCheckpointView {
  return { ...reached, reachedAt: reachedAt.toISOString() };
}

export function incidentView({ reportedAt, resolvedAt, ...incident }: Incident): IncidentView {
  return { ...incident, reportedAt: reportedAt.toISOString(), resolvedAt: resolvedAt?.toISOString() ?? null };
}

export function proofView({ receivedBy, notes, code, scannedValue, files, capturedAt }: Proof): ProofView {
  return { receivedBy, notes, code, scannedValue, files, capturedAt: capturedAt.toISOString() };
}
