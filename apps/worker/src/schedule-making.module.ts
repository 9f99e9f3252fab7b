import { Module } from '@nestjs/common';
import { Assignments } from '@fleet/application/deliveries/assignments';
import { CreateDelivery } from '@fleet/application/deliveries/create-delivery';
import { DeliveryLinks } from '@fleet/application/deliveries/delivery-links';
import { DeliveryRoutes } from '@fleet/application/deliveries/delivery-routes';
import { ActivateRoute } from '@fleet/application/routes/activate-route';
import { PlanRoute } from '@fleet/application/routes/plan-route';
import { RouteChanges } from '@fleet/application/routes/route-changes';
import { MakeOccurrence } from '@fleet/application/schedules/make-occurrence';
import { MakeOccurrences } from '@fleet/application/schedules/make-occurrences';
import { OccurrenceMaker } from '@fleet/application/schedules/occurrence-maker';
import { UseCaseOccurrenceMaker } from '@fleet/application/schedules/use-case-occurrence-maker';
import { DeliveriesPersistenceModule } from '@fleet/infrastructure/deliveries/deliveries.persistence.module';
import { DriversPersistenceModule } from '@fleet/infrastructure/drivers/drivers.persistence.module';
import { RoutesPersistenceModule } from '@fleet/infrastructure/routes/routes.persistence.module';
import { SchedulesPersistenceModule } from '@fleet/infrastructure/schedules/schedules.persistence.module';
import { VehiclesPersistenceModule } from '@fleet/infrastructure/vehicles/vehicles.persistence.module';

/** What makes routes and deliveries from their schedules. */
@Module({
  imports: [
    DeliveriesPersistenceModule,
    DriversPersistenceModule,
    RoutesPersistenceModule,
    SchedulesPersistenceModule,
    VehiclesPersistenceModule,
  ],
  providers: [
    Assignments,
    CreateDelivery,
    DeliveryLinks,
    DeliveryRoutes,
    ActivateRoute,
    PlanRoute,
    RouteChanges,
    MakeOccurrence,
    MakeOccurrences,
    { provide: OccurrenceMaker, useClass: UseCaseOccurrenceMaker },
  ],
  exports: [MakeOccurrences],
})
export class ScheduleMakingModule {}
