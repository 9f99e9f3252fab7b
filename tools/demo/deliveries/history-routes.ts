import { isOpen } from '@fleet/domain/deliveries/delivery-status';
import { DeliverySnapshot } from '@fleet/domain/deliveries/delivery.snapshot';
import { Route } from '@fleet/domain/routes/route';
import { RouteRepository } from '@fleet/domain/routes/route.repository';
import { HistoryStreams } from './history-streams';

/** The routes of a history. It has one author, so nobody is kept waiting. */
export class HistoryRoutes extends RouteRepository {
  /** @param deliveries as they are when it asks */
  constructor(
    private readonly streams: HistoryStreams<Route>,
    private readonly deliveries: () => Iterable<DeliverySnapshot>,
  ) {
    super();
  }

  async find(id: string): Promise<Route | null> {
    return this.streams.find(id);
  }

  async lock(id: string): Promise<boolean> {
    return this.streams.has(id);
  }

  async hasOpenDeliveries(id: string): Promise<boolean> {
    return [...this.deliveries()].some(({ routeId, status }) => routeId === id && isOpen(status));
  }

  add(route: Route): Promise<void> {
    return this.streams.append(route);
  }

  update(route: Route): Promise<void> {
    return this.streams.append(route);
  }

  async remove(): Promise<void> {
    throw new Error('Nobody removes a route.');
  }
}
