import { isWithin } from '@fleet/application/identity/limited-to';
import { RouteQueries } from '@fleet/application/routes/route.queries';
import { RouteView } from '@fleet/application/routes/route.view';

/** There is one route, with a delivery of one driver. */
export class OneRoute extends RouteQueries {
  constructor(
    private readonly id: string,
    private readonly driverId: string,
  ) {
    super();
  }

  async find(id: string, limitedTo?: string): Promise<RouteView | null> {
    return id === this.id && isWithin(limitedTo, this.driverId) ? ({ id } as RouteView) : null;
  }

  list(): never {
    throw new Error('No test lists routes in memory.');
  }

  overview(): never {
    throw new Error('No test lists routes in memory.');
  }
}
