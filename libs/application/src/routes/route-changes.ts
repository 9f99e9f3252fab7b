import { Injectable } from '@nestjs/common';
import { Route } from '@fleet/domain/routes/route';
import { RouteNotFoundError } from '@fleet/domain/routes/route.errors';
import { RouteRepository } from '@fleet/domain/routes/route.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { RouteView, routeView } from './route.view';

/** Which route is to be changed, and in which version. */
export interface RouteTarget {
  readonly id: string;
  readonly expectedVersion?: ExpectedVersion;
}

/** What every change of a route has in common. */
@Injectable()
export class RouteChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routes: RouteRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws RouteNotFoundError, VersionMismatchError, and what `change` throws */
  make(
    { id, expectedVersion }: RouteTarget,
    change: (route: Route, now: Date) => Promise<void> | void,
  ): Promise<RouteView> {
    return this.unitOfWork.run(async () => {
      // Before it is read: of many who change it the next one waits here, and no delivery begins on it meanwhile.
      const route = (await this.routes.lock(id)) ? await this.routes.find(id) : null;
      if (!route) throw new RouteNotFoundError();
      expectVersion(route, expectedVersion);
      await change(route, this.clock.now());
      await this.routes.update(route);
      return routeView(route);
    });
  }
}
