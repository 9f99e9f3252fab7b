import { AggregateRepository } from '@fleet/domain/shared/aggregate-repository';
import { Crew } from './crew';
import { Delivery } from './delivery';
import { DeliveryId } from './delivery-id';
import { AssignmentConflict } from './delivery.errors';
import { Slot } from './planned-route';

/**
 * Where deliveries are kept: each is what its events say. `add` and `update` throw ReferenceTakenError when another one has
 * the reference, and AssignmentConflictError when the database finds the crew held twice.
 */
export abstract class DeliveryRepository extends AggregateRepository<Delivery> {
  /** Keeps everybody else from changing the delivery until the present unit of work is over; false when there is none. */
  abstract lock(id: DeliveryId): Promise<boolean>;

  /** Who of the crew is held in an overlapping slot, and by which delivery, the crew's vehicle first. */
  abstract findConflicts(crew: Crew, slot: Slot, except: DeliveryId): Promise<AssignmentConflict[]>;

  /** Those of the deliveries that are not delivered, or that are none. */
  abstract findUndelivered(ids: readonly DeliveryId[]): Promise<DeliveryId[]>;

  /** Those of the deliveries that there are. */
  abstract findExisting(ids: readonly DeliveryId[]): Promise<DeliveryId[]>;

  /** What these deliveries wait for themselves. */
  abstract findPredecessors(ids: readonly DeliveryId[]): Promise<DeliveryId[]>;

  /** Keeps everybody else from linking deliveries until the present unit of work is over. */
  abstract lockLinks(): Promise<void>;

  /** Which delivery each of the incidents belongs to; those that are none are not in the answer. */
  abstract findByIncidents(incidentIds: readonly string[]): Promise<ReadonlyMap<string, DeliveryId>>;
}
