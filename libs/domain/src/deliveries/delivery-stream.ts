import { DriverId } from '@fleet/domain/drivers/driver-id';
import { RouteId } from '@fleet/domain/routes/route-id';
import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { PastEvent } from '@fleet/domain/shared/past-event';
import { DeliveryId } from './delivery-id';
import { DeliveryStatus, isOnRoad } from './delivery-status';
import { DeliveryEvents, DeliveryEventType } from './delivery.events';
import { afterDeliveryEvent, allProofs } from './delivery.history';
import { DeliverySnapshot, DeliveryState } from './delivery.snapshot';

/** What a delivery is: what its events say, those of long ago and those of now alike. */
export abstract class DeliveryStream extends AggregateRoot {
  private current: DeliveryState | null = null;

  protected constructor(id: DeliveryId, storedVersion: number) {
    super('Delivery', id, storedVersion);
  }

  get routeId(): RouteId {
    return this.state.routeId;
  }

  get driverId(): DriverId | null {
    return this.state.driverId;
  }

  get status(): DeliveryStatus {
    return this.state.status;
  }

  get isOnRoad(): boolean {
    return isOnRoad(this.status);
  }

  /** The ids of the files of all its proofs. */
  get proofFiles(): string[] {
    return allProofs(this.state).flatMap(({ files }) => files.map(({ id }) => id));
  }

  snapshot(): DeliverySnapshot {
    return { id: this.id, ...this.state, version: this.version };
  }

  protected get state(): DeliveryState {
    return this.current!;
  }

  /** Takes in what has happened long ago. */
  protected fold(events: readonly PastEvent[]): void {
    for (const event of events) this.current = afterDeliveryEvent(this.current, event);
  }

  protected happened<T extends DeliveryEventType>(type: T, now: Date, payload: DeliveryEvents[T]): void {
    this.record(type, now, payload, this.current ?? undefined);
    this.current = afterDeliveryEvent(this.current, { type, payload, occurredAt: now });
  }
}
