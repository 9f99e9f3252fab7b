import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Crew } from '@fleet/domain/deliveries/crew';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { DeliveryDetails } from '@fleet/domain/deliveries/delivery-details';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { slotOf } from '@fleet/domain/deliveries/planned-route';
import { Route } from '@fleet/domain/routes/route';
import { RouteRepository } from '@fleet/domain/routes/route.repository';
import { later } from '@fleet/tests/builders/later';
import { TestApi } from './test-api';

export interface GivenDelivery extends Partial<DeliveryDetails> {
  readonly route: Route;
  readonly crew?: Crew;
  readonly at?: Date;
}

/** Keeps routes and deliveries in a fleet, whatever the instants at which things have happened to them. */
export class KeptDeliveries {
  constructor(private readonly api: TestApi) {}

  /** An active route whose checkpoints follow each other by an hour, the first one an hour after the start. */
  async route(start: Date, checkpoints = 2, name = 'Campinas north'): Promise<Route> {
    const details = { name, origin: 'Depot', destination: 'Depot', scheduledStart: start };
    const stops = Array.from({ length: checkpoints }, (_, index) => {
      return { location: `Stop ${index + 1}`, expectedAt: later(start, (index + 1) * 60) };
    });
    const route = Route.plan(randomUUID(), details, stops, start);
    route.activate(start);
    await this.run(() => this.get(RouteRepository).add(route));
    return route;
  }

  async delivery({ route, crew, at, ...details }: GivenDelivery): Promise<Delivery> {
    const plan = route.snapshot();
    const customer = {
      customerName: 'Helena Castro',
      customerPhone: '+55 19 90000-0101',
      customerAddress: 'Rua das Flores 12',
    };
    const delivery = Delivery.create(
      randomUUID(),
      { id: route.id, ...slotOf(plan, 0) },
      { ...customer, ...details },
      crew ?? { vehicleId: null, driverId: null },
      at ?? plan.scheduledStart,
    );
    await this.run(() => this.get(DeliveryRepository).add(delivery));
    return delivery;
  }

  /** Does something to a delivery, and gives it as it is then. */
  change(id: string, change: (delivery: Delivery) => void): Promise<Delivery> {
    return this.run(async () => {
      const delivery = (await this.get(DeliveryRepository).find(id))!;
      change(delivery);
      await this.get(DeliveryRepository).update(delivery);
      return (await this.get(DeliveryRepository).find(id))!;
    });
  }

  /** One that is on the road, with a crew. */
  async onRoad(given: GivenDelivery & { readonly crew: Crew }): Promise<Delivery> {
    const { id } = await this.delivery(given);
    return this.change(id, (delivery) => delivery.goInTransit(randomUUID(), given.route.snapshot().scheduledStart));
  }

  /** Reaches the first checkpoints of its route, so many minutes after they were expected. */
  reach(id: string, route: Route, count: number, delay = 0, now = new Date()): Promise<Delivery> {
    return this.change(id, (delivery) => {
      for (const stop of route.snapshot().checkpoints.slice(0, count)) {
        delivery.reachCheckpoint(stop, later(stop.expectedAt, delay), now);
      }
    });
  }

  /** From on the road to delivered. */
  async deliver(id: string, route: Route, at: Date): Promise<Delivery> {
    await this.reach(id, route, Infinity, 0, at);
    return this.change(id, (delivery) => {
      delivery.goOutForDelivery(route.snapshot(), at);
      const file = {
        id: randomUUID(),
        kind: 'photo',
        mediaType: 'image/png',
        size: 67,
        sha256: 'ab'.repeat(32),
      } as const;
      delivery.captureProof(
        { receivedBy: 'Bia', files: [file], fileKeys: JSON.stringify({ [file.id]: 'a key' }), notes: 'at the gate' },
        at,
      );
      delivery.deliver(12, at);
    });
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    return this.get(UnitOfWork).run(work);
  }

  get<T>(token: abstract new (...args: never[]) => T): T {
    return this.api.app.get<T>(token, { strict: false });
  }
}
