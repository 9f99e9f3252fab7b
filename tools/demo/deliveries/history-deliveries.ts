import { Crew } from '@fleet/domain/deliveries/crew';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { isOpen } from '@fleet/domain/deliveries/delivery-status';
import { AssignmentConflict } from '@fleet/domain/deliveries/delivery.errors';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { DeliverySnapshot } from '@fleet/domain/deliveries/delivery.snapshot';
import { Slot } from '@fleet/domain/deliveries/planned-route';
import { HistoryStreams } from './history-streams';

/** The deliveries of a history. It has one author, so nobody is kept waiting. */
export class HistoryDeliveries extends DeliveryRepository {
  constructor(private readonly streams: HistoryStreams<Delivery>) {
    super();
  }

  async find(id: string): Promise<Delivery | null> {
    return this.streams.find(id);
  }

  async lock(id: string): Promise<boolean> {
    return this.streams.has(id);
  }

  async lockLinks(): Promise<void> {}

  async findConflicts({ vehicleId, driverId }: Crew, slot: Slot, except: string): Promise<AssignmentConflict[]> {
    const held = this.states().filter((one) => isOpen(one.status) && one.id !== except && overlaps(one, slot));
    return [
      ...held
        .filter((one) => vehicleId && one.vehicleId === vehicleId)
        .map((one) => conflict(one, 'Vehicle', vehicleId!)),
      ...held.filter((one) => driverId && one.driverId === driverId).map((one) => conflict(one, 'Driver', driverId!)),
    ];
  }

  async findUndelivered(ids: readonly string[]): Promise<string[]> {
    return ids.filter((id) => this.streams.state(id)?.status !== 'Delivered');
  }

  async findExisting(ids: readonly string[]): Promise<string[]> {
    return ids.filter((id) => this.streams.has(id));
  }

  async findPredecessors(ids: readonly string[]): Promise<string[]> {
    return ids.flatMap((id) => [...(this.streams.state(id)?.after ?? [])]);
  }

  async findByIncidents(incidentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const of = this.states().flatMap(({ id, incidents }) => incidents.map((incident) => [incident.id, id] as const));
    return new Map(of.filter(([incidentId]) => incidentIds.includes(incidentId)));
  }

  add(delivery: Delivery): Promise<void> {
    return this.streams.append(delivery);
  }

  update(delivery: Delivery): Promise<void> {
    return this.streams.append(delivery);
  }

  async remove(): Promise<void> {
    throw new Error('Nobody removes a delivery.');
  }

  private states(): DeliverySnapshot[] {
    return [...this.streams.states()];
  }
}

function overlaps(one: Slot, other: Slot): boolean {
  return one.slotStart < other.slotEnd && other.slotStart < one.slotEnd;
}

function conflict(
  { id, reference, slotStart, slotEnd }: DeliverySnapshot,
  resource: AssignmentConflict['resource'],
  resourceId: string,
): AssignmentConflict {
  const slot = { slotStart: slotStart.toISOString(), slotEnd: slotEnd.toISOString() };
  return { resource, resourceId, deliveryId: id, reference, ...slot };
}
