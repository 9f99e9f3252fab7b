import { Module } from '@nestjs/common';
import { ListDriverHistory } from '@fleet/application/audit/list-driver-history';
import { ListRouteHistory } from '@fleet/application/audit/list-route-history';
import { ListScheduleHistory } from '@fleet/application/audit/list-schedule-history';
import { ListTripHistory } from '@fleet/application/audit/list-trip-history';
import { ListVehicleHistory } from '@fleet/application/audit/list-vehicle-history';
import { AuditPersistenceModule } from '@fleet/infrastructure/audit/audit.persistence.module';
import { RoutesPersistenceModule } from '@fleet/infrastructure/routes/routes.persistence.module';
import { TripsPersistenceModule } from '@fleet/infrastructure/trips/trips.persistence.module';
import { AuditController } from './audit.controller';
import { DriverHistoryController } from './driver-history.controller';
import { RouteHistoryController } from './route-history.controller';
import { ScheduleHistoryController } from './schedule-history.controller';
import { TripHistoryController } from './trip-history.controller';
import { VehicleHistoryController } from './vehicle-history.controller';

@Module({
  imports: [AuditPersistenceModule, RoutesPersistenceModule, TripsPersistenceModule],
  controllers: [
    AuditController,
    DriverHistoryController,
    RouteHistoryController,
    ScheduleHistoryController,
    TripHistoryController,
    VehicleHistoryController,
  ],
  providers: [ListDriverHistory, ListRouteHistory, ListScheduleHistory, ListTripHistory, ListVehicleHistory],
})
export class AuditModule {}
