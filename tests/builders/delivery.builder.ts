import { randomUUID } from 'node:crypto';
import { Crew } from '@fleet/domain/deliveries/crew';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { DeliveryDetails } from '@fleet/domain/deliveries/delivery-details';
import { DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { DeliverySnapshot } from '@fleet/domain/deliveries/delivery.snapshot';
import { PlannedCheckpoint } from '@fleet/domain/deliveries/planned-route';
import { CapturedProof } from '@fleet/domain/deliveries/proof';
import { EARLIER, NOW } from './moments';

const HOUR_MS = 3_600_000;

/** The one checkpoint of the builder's routes, expected NOW, with a window of an hour around it. */
export const CHECKPOINT: PlannedCheckpoint = {
  sequence: 1,
  expectedAt: NOW,
  earliest: new Date(NOW.getTime() - HOUR_MS / 2),
  latest: new Date(NOW.getTime() + HOUR_MS / 2),
};

/** A proof that shows no more than who received it. */
export const PROOF: CapturedProof = { receivedBy: 'Rui Alves', files: [], fileKeys: null };

export const DETAILS: DeliveryDetails = {
  customerName: 'Padaria Alves',
  customerPhone: '+55 (11) 3333-4444',
  customerAddress: 'Rua Um, 1',
};

/** A stored delivery with a vehicle and a driver, PickedUp, whose slot is the hour that ends NOW. */
export class DeliveryBuilder {
  private id = randomUUID() as string;
  private routeId = randomUUID() as string;
  private details = DETAILS;
  private crew: Crew = { vehicleId: randomUUID(), driverId: randomUUID() };
  private tripId = randomUUID() as string;
  private readonly steps: ((delivery: Delivery) => void)[] = [];

  withId(id: string): this {
    this.id = id;
    return this;
  }

  onRoute(routeId: string): this {
    this.routeId = routeId;
    return this;
  }

  with(details: Partial<DeliveryDetails>): this {
    this.details = { ...this.details, ...details };
    return this;
  }

  assignedTo(crew: Partial<Crew>): this {
    this.crew = { ...this.crew, ...crew };
    return this;
  }

  unassigned(): this {
    return this.assignedTo({ vehicleId: null, driverId: null });
  }

  /** The trip that it drives once it has left. */
  drivingOn(tripId: string): this {
    this.tripId = tripId;
    return this;
  }

  inTransit(): this {
    return this.then((delivery) => delivery.goInTransit(this.tripId, NOW));
  }

  outForDelivery(): this {
    return this.inTransit().then((delivery) => {
      delivery.reachCheckpoint(CHECKPOINT, NOW, NOW);
      delivery.goOutForDelivery({ checkpoints: [CHECKPOINT] }, NOW);
    });
  }

  delivered(proof = PROOF): this {
    return this.outForDelivery().then((delivery) => {
      delivery.captureProof(proof, NOW);
      delivery.deliver(12, NOW);
    });
  }

  /** Before it left. */
  failed(): this {
    return this.then((delivery) => delivery.fail({ reason: 'Refused' }, NOW));
  }

  cancelled(): this {
    return this.then((delivery) => delivery.cancel({ reason: 'Duplicate' }, NOW));
  }

  /** The shortest way into a status. */
  in(status: DeliveryStatus): this {
    const ways: Record<DeliveryStatus, () => unknown> = {
      PickedUp: () => undefined,
      InTransit: () => this.inTransit(),
      OutForDelivery: () => this.outForDelivery(),
      Delivered: () => this.delivered(),
      Failed: () => this.failed(),
      Cancelled: () => this.cancelled(),
    };
    ways[status]();
    return this;
  }

  /** Something more that happens to it. */
  then(step: (delivery: Delivery) => void): this {
    this.steps.push(step);
    return this;
  }

  /** A new one with all of its events, created EARLIER. */
  create(): Delivery {
    const route = { id: this.routeId, slotStart: EARLIER, slotEnd: NOW };
    const delivery = Delivery.create(this.id, route, this.details, this.crew, EARLIER);
    for (const step of this.steps) step(delivery);
    return delivery;
  }

  /** As a repository gives it back: nothing has happened to it since. */
  build(): Delivery {
    return Delivery.replay(this.id, this.create().events);
  }

  snapshot(): DeliverySnapshot {
    return this.build().snapshot();
  }
}
