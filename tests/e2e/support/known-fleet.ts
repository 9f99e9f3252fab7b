import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { RouteView } from '@fleet/application/routes/route.view';
import { TripView } from '@fleet/application/trips/trip.view';
import { Random } from './random';

/** What the clients of a fleet know of it, from the answers that they were given: it may be a little old. */
export class KnownFleet {
  readonly deliveries = new Map<string, DeliveryView>();
  readonly routes = new Map<string, RouteView>();
  readonly trips = new Map<string, TripView>();

  constructor(
    readonly vehicles: readonly string[],
    readonly drivers: readonly string[],
  ) {}

  /** Takes in what an answer tells of a delivery, a route or a trip; the newest version counts. */
  learn(view: object): void {
    if ('attempt' in view) keep(this.deliveries, view as DeliveryView);
    else if ('checkpoints' in view) keep(this.routes, view as RouteView);
    else if ('startDate' in view) keep(this.trips, view as TripView);
  }

  /** One of those that it is about most of the time; any at all where there is none. */
  delivery(random: Random, isMeant: (delivery: DeliveryView) => boolean = () => true): DeliveryView | undefined {
    const all = [...this.deliveries.values()];
    const meant = random.isIn(0.9) ? all.filter(isMeant) : [];
    if (meant.length > 0) return random.pick(meant);
    return all.length > 0 ? random.pick(all) : undefined;
  }

  route(random: Random, isMeant: (route: RouteView) => boolean): RouteView {
    const all = [...this.routes.values()];
    const meant = random.isIn(0.9) ? all.filter(isMeant) : [];
    return random.pick(meant.length > 0 ? meant : all);
  }

  crew(random: Random): { vehicleId: string; driverId: string } {
    return { vehicleId: random.pick(this.vehicles), driverId: random.pick(this.drivers) };
  }
}

function keep<T extends { id: string; version: number }>(known: Map<string, T>, view: T): void {
  if ((known.get(view.id)?.version ?? 0) < view.version) known.set(view.id, view);
}
