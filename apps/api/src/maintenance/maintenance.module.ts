import { Module } from '@nestjs/common';
import { ListUpcomingMaintenance } from '@fleet/application/maintenance/list-upcoming-maintenance';
import { RecordMaintenance } from '@fleet/application/maintenance/record-maintenance';
import { RunMaintenanceCheck } from '@fleet/application/maintenance/run-maintenance-check';
import { SendToMaintenance } from '@fleet/application/maintenance/send-to-maintenance';
import { MaintenanceAlertsModule } from '@fleet/infrastructure/maintenance/maintenance-alerts.module';
import { MaintenancePersistenceModule } from '@fleet/infrastructure/maintenance/maintenance.persistence.module';
import { VehiclesPersistenceModule } from '@fleet/infrastructure/vehicles/vehicles.persistence.module';
import { MaintenanceController } from './maintenance.controller';

@Module({
  imports: [MaintenanceAlertsModule, MaintenancePersistenceModule, VehiclesPersistenceModule],
  controllers: [MaintenanceController],
  providers: [ListUpcomingMaintenance, RecordMaintenance, RunMaintenanceCheck, SendToMaintenance],
})
export class MaintenanceModule {}
