import { CustomerView, DeliveryView, ProofView } from '@fleet/application/deliveries/delivery.view';
import { DeliverySeals } from './delivery-seals';

export const SELECT_DELIVERIES = `SELECT Id AS "id", RouteId AS "routeId", Reference AS "reference",
  VehicleId AS "vehicleId", DriverId AS "driverId", CustomerName AS "customerName", CustomerPhone AS "customerPhone",
  CustomerAddress AS "customerAddress", Priority AS "priority", PromisedBy AS "promisedBy",
  Requirements AS "requirements", Predecessors AS "predecessors", Status AS "status", Attempt AS "attempt",
  SlotStart AS "slotStart", SlotEnd AS "slotEnd", TripId AS "tripId", Reached AS "reached", Incidents AS "incidents",
  Proof AS "proof", Reason AS "reason", Notes AS "notes", Distance AS "distance", DelayMinutes AS "delayMinutes",
  DeliveredAt AS "deliveredAt", LateMinutes AS "lateMinutes", Version AS "version", CreatedAt AS "createdAt",
  UpdatedAt AS "updatedAt" FROM Deliveries`;

type Parsed = 'customer' | 'requirements' | 'after' | 'checkpoints' | 'incidents' | 'proof';

/** A row of Deliveries: the customer's own and the proof are sealed, and lists are JSON. */
export interface DeliveryRow extends Omit<DeliveryView, Parsed> {
  readonly customerName: string | null;
  readonly customerPhone: string | null;
  readonly customerAddress: string | null;
  readonly requirements: string;
  readonly predecessors: string;
  readonly reached: string;
  readonly incidents: string;
  readonly proof: string | null;
}

/** @throws UnreadableSealError */
export function deliveryOf(row: DeliveryRow, seals: DeliverySeals): DeliveryView {
  const {
    customerName,
    customerPhone,
    customerAddress,
    requirements,
    predecessors,
    reached,
    incidents,
    proof,
    ...same
  } = row;
  const customer: CustomerView = {
    name: seals.open(row.id, 'customerName', customerName),
    phone: seals.open(row.id, 'customerPhone', customerPhone),
    address: seals.open(row.id, 'customerAddress', customerAddress),
  };
  const openedProof = seals.open(row.id, 'proof', proof);
  return {
    ...same,
    customer,
    requirements: JSON.parse(requirements) as DeliveryView['requirements'],
    after: JSON.parse(predecessors) as DeliveryView['after'],
    checkpoints: JSON.parse(reached) as DeliveryView['checkpoints'],
    incidents: JSON.parse(incidents) as DeliveryView['incidents'],
    proof: openedProof === null ? null : (JSON.parse(openedProof) as ProofView),
  };
}
