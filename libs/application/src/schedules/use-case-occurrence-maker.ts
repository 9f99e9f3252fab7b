import { Injectable } from '@nestjs/common';
import { CreateDelivery } from '@fleet/application/deliveries/create-delivery';
import { ActivateRoute } from '@fleet/application/routes/activate-route';
import { PlanRoute } from '@fleet/application/routes/plan-route';
import { OccurrenceMaker, PlannedDelivery, PlannedRoute } from './occurrence-maker';

/** Makes routes and deliveries as people do, by the same rules. */
@Injectable()
export class UseCaseOccurrenceMaker extends OccurrenceMaker {
  constructor(
    private readonly planRoute: PlanRoute,
    private readonly activateRoute: ActivateRoute,
    private readonly createDelivery: CreateDelivery,
  ) {
    super();
  }

  async makeRoute(route: PlannedRoute): Promise<string> {
    const { id } = await this.planRoute.execute(route);
    await this.activateRoute.execute({ id });
    return id;
  }

  async makeDelivery(delivery: PlannedDelivery): Promise<string> {
    return (await this.createDelivery.execute(delivery)).id;
  }
}
