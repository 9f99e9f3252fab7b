import { Module } from '@nestjs/common';
import { ListDeliveryHistory } from '@fleet/application/audit/list-delivery-history';
import { ListDriverHistory } from '@fleet/application/audit/list-driver-history';
import { ListRouteHistory } from '@fleet/application/audit/list-route-history';
import { ListScheduleHistory } from '@fleet/application/audit/list-schedule-history';
import { ListTripHistory } from '@fleet/application/audit/list-trip-history';
import { ListVehicleHistory } from '@fleet/application/audit/list-vehicle-history';
import { AuditPersistenceModule } from '@fleet/infrastructure/audit/audit.persistence.module';
import { DeliveryQueriesModule } from '@fleet/infrastructure/deliveries/delivery-queries.module';
import { RoutesPersistenceModule } from '@fleet/infrastructure/routes/routes.persistence.module';
import { TripsPersistenceModule } from '@fleet/infrastructure/trips/trips.persistence.module';
import { AuditController } from './audit.controller';
import { DeliveryHistoryController } from './delivery-history.controller';
import { DriverHistoryController } from './driver-history.controller';
import { RouteHistoryController } from './route-history.controller';
import { ScheduleHistoryController } from './schedule-history.controller';
import { TripHistoryController } from './trip-history.controller';
import { VehicleHistoryController } from './vehicle-history.controller';

@Module({
  imports: [AuditPersistenceModule, DeliveryQueriesModule, RoutesPersistenceModule, TripsPersistenceModule],
  controllers: [
    AuditController,
    DeliveryHistoryController,
    DriverHistoryController,
    RouteHistoryController,
    ScheduleHistoryController,
    TripHistoryController,
    VehicleHistoryController,
  ],
  providers: [
    ListDeliveryHistory,
    ListDriverHistory,
    ListRouteHistory,
    ListScheduleHistory,
    ListTripHistory,
    ListVehicleHistory,
  ],
})
export class AuditModule {}
