import { Module } from '@nestjs/common';
import { PastAggregates } from '@fleet/application/audit/past-aggregates';
import { ActivateRoute } from '@fleet/application/routes/activate-route';
import { AddCheckpoint } from '@fleet/application/routes/add-checkpoint';
import { CancelRoute } from '@fleet/application/routes/cancel-route';
import { ChangeCheckpoint } from '@fleet/application/routes/change-checkpoint';
import { ChangeRoute } from '@fleet/application/routes/change-route';
import { CompleteRoute } from '@fleet/application/routes/complete-route';
import { PlanRoute } from '@fleet/application/routes/plan-route';
import { RemoveCheckpoint } from '@fleet/application/routes/remove-checkpoint';
import { ReplaceCheckpoints } from '@fleet/application/routes/replace-checkpoints';
import { RouteChanges } from '@fleet/application/routes/route-changes';
import { ShowRouteAt } from '@fleet/application/routes/show-route-at';
import { ShowRoutesOverview } from '@fleet/application/routes/show-routes-overview';
import { AuditPersistenceModule } from '@fleet/infrastructure/audit/audit.persistence.module';
import { RoutesPersistenceModule } from '@fleet/infrastructure/routes/routes.persistence.module';
import { RouteActionsController } from './route-actions.controller';
import { RouteCheckpointsController } from './route-checkpoints.controller';
import { RoutesController } from './routes.controller';

@Module({
  imports: [AuditPersistenceModule, RoutesPersistenceModule],
  controllers: [RoutesController, RouteCheckpointsController, RouteActionsController],
  providers: [
    ActivateRoute,
    AddCheckpoint,
    CancelRoute,
    ChangeCheckpoint,
    ChangeRoute,
    CompleteRoute,
    PastAggregates,
    PlanRoute,
    RemoveCheckpoint,
    ReplaceCheckpoints,
    RouteChanges,
    ShowRouteAt,
    ShowRoutesOverview,
  ],
})
export class RoutesModule {}
