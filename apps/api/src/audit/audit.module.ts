import { Module } from '@nestjs/common';
import { ListDriverHistory } from '@fleet/application/audit/list-driver-history';
import { ListScheduleHistory } from '@fleet/application/audit/list-schedule-history';
import { ListTripHistory } from '@fleet/application/audit/list-trip-history';
import { ListVehicleHistory } from '@fleet/application/audit/list-vehicle-history';
import { AuditPersistenceModule } from '@fleet/infrastructure/audit/audit.persistence.module';
import { TripsPersistenceModule } from '@fleet/infrastructure/trips/trips.persistence.module';
import { AuditController } from './audit.controller';
import { DriverHistoryController } from './driver-history.controller';
import { ScheduleHistoryController } from './schedule-history.controller';
import { TripHistoryController } from './trip-history.controller';
import { VehicleHistoryController } from './vehicle-history.controller';

@Module({
  imports: [AuditPersistenceModule, TripsPersistenceModule],
  controllers: [
    AuditController,
    DriverHistoryController,
    ScheduleHistoryController,
    TripHistoryController,
    VehicleHistoryController,
  ],
  providers: [ListDriverHistory, ListScheduleHistory, ListTripHistory, ListVehicleHistory],
})
export class AuditModule {}
