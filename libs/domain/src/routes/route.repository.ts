import { AggregateRepository } from '@fleet/domain/shared/aggregate-repository';
import { Route } from './route';
import { RouteId } from './route-id';

/** Where routes are kept: each is what its events say. */
export abstract class RouteRepository extends AggregateRepository<Route> {
  /**
   * Keeps everybody else from changing the route, and from beginning or ending something on it, until the present unit
   * of work is over; false when there is none.
   */
  abstract lock(id: RouteId): Promise<boolean>;

  /** Whether a delivery on this route is not over yet. */
  abstract hasOpenDeliveries(id: RouteId): Promise<boolean>;
}
