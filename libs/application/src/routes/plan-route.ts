import { Injectable } from '@nestjs/common';
import { CheckpointDetails } from '@fleet/domain/routes/checkpoint';
import { Route } from '@fleet/domain/routes/route';
import { RouteRepository } from '@fleet/domain/routes/route.repository';
import { RouteDetails } from '@fleet/domain/routes/route.snapshot';
import { Clock } from '@fleet/domain/shared/clock';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { RouteView, routeView } from './route.view';

export interface PlanRouteCommand extends RouteDetails {
  /** Nothing for a route whose checkpoints are added later. */
  readonly checkpoints?: readonly CheckpointDetails[] | undefined;
}

@Injectable()
export class PlanRoute {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routes: RouteRepository,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  /** @throws InvalidFieldsError, CheckpointOutOfOrderError */
  execute({ checkpoints = [], ...details }: PlanRouteCommand): Promise<RouteView> {
    return this.unitOfWork.run(async () => {
      const route = Route.plan(this.ids.next(), details, checkpoints, this.clock.now());
      await this.routes.add(route);
      return routeView(route);
    });
  }
}
