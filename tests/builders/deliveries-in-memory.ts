import { Delivery } from '@fleet/domain/deliveries/delivery';
import { AssignmentConflict } from '@fleet/domain/deliveries/delivery.errors';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';

/** Deliveries in memory, which notes what it is asked that holds or writes anything. */
export class DeliveriesInMemory extends DeliveryRepository {
  /** What `findConflicts` says. */
  conflicts: AssignmentConflict[] = [];
  /** What the next write throws. */
  fault: Error | undefined;
  private readonly stored = new Map<string, Delivery>();

  constructor(
    private readonly notes: string[],
    ...deliveries: Delivery[]
  ) {
    super();
    for (const delivery of deliveries) this.stored.set(delivery.id, delivery);
  }

  async find(id: string): Promise<Delivery | null> {
    return this.stored.get(id) ?? null;
  }

  async lock(id: string): Promise<boolean> {
    this.notes.push('lock delivery');
    return this.stored.has(id);
  }

  async lockLinks(): Promise<void> {
    this.notes.push('lock links');
  }

  async findConflicts(): Promise<AssignmentConflict[]> {
    return this.conflicts;
  }

  async findUndelivered(ids: readonly string[]): Promise<string[]> {
    return ids.filter((id) => this.stored.get(id)?.status !== 'Delivered');
  }

  async findExisting(ids: readonly string[]): Promise<string[]> {
    return ids.filter((id) => this.stored.has(id));
  }

  async findPredecessors(ids: readonly string[]): Promise<string[]> {
    this.notes.push(`look behind ${ids.join(' ')}`);
    return ids.flatMap((id) => this.stored.get(id)?.snapshot().after ?? []);
  }

  async findByIncidents(incidentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const owners = [...this.stored.values()].flatMap((delivery) => {
      return delivery.snapshot().incidents.map(({ id }) => [id, delivery.id] as const);
    });
    return new Map(owners.filter(([id]) => incidentIds.includes(id)));
  }

  async add(delivery: Delivery): Promise<void> {
    this.write('add');
    this.stored.set(delivery.id, delivery);
  }

  async update(delivery: Delivery): Promise<void> {
    this.write(delivery.hasChanged ? 'update' : 'leave');
  }

  async remove(): Promise<void> {
    this.write('remove');
  }

  private write(what: string): void {
    this.notes.push(`${what} delivery`);
    if (this.fault) throw this.fault;
  }
}
