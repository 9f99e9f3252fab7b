import { Injectable } from '@nestjs/common';
import { RouteId } from '@fleet/domain/routes/route-id';
import { RouteNotActiveError, RouteNotFoundError } from '@fleet/domain/routes/route.errors';
import { RouteRepository } from '@fleet/domain/routes/route.repository';
import { RouteSnapshot } from '@fleet/domain/routes/route.snapshot';

/** The routes that deliveries run on. What is read here is read outside of a unit of work too, by rehearsals. */
@Injectable()
export class DeliveryRoutes {
  constructor(private readonly routes: RouteRepository) {}

  /**
   * Inside a unit of work alone: holds the route until that is over, so that it does not end while a delivery begins on it. False when
   * there is none.
   */
  lock(id: RouteId): Promise<boolean> {
    return this.routes.lock(id);
  }

  /** @throws RouteNotFoundError, RouteNotActiveError */
  async get(id: RouteId): Promise<RouteSnapshot> {
    const route = await this.find(id);
    if (route.status !== 'Active') throw new RouteNotActiveError();
    return route;
  }

  /** Whatever its status. @throws RouteNotFoundError */
  async find(id: RouteId): Promise<RouteSnapshot> {
    const route = await this.routes.find(id);
    if (!route) throw new RouteNotFoundError();
    return route.snapshot();
  }
}
