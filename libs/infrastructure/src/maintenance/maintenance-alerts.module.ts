import { Module } from '@nestjs/common';
import { MaintenanceAlerts } from '@fleet/application/maintenance/maintenance-alerts';
import { LoggedMaintenanceAlerts } from './logged-maintenance-alerts';

@Module({
  providers: [{ provide: MaintenanceAlerts, useClass: LoggedMaintenanceAlerts }],
  exports: [MaintenanceAlerts],
})
export class MaintenanceAlertsModule {}
