import { Injectable } from '@nestjs/common';
import { MaintenanceAlerts, VehicleDue } from '@fleet/application/maintenance/maintenance-alerts';
import { maintenanceAlert, maintenanceCheckSummary } from '@fleet/domain/maintenance/maintenance-alert';
import { ProcessLog } from '@fleet/infrastructure/shared/logging/process-log';

/** More lines than these do not wait in memory for a log that is slow to take them. */
const MOST_WAITING = 500;

/** Alerts are log lines: whoever watches the log, on a terminal or in Seq, is alerted. */
@Injectable()
export class LoggedMaintenanceAlerts extends MaintenanceAlerts {
  private waiting = 0;

  constructor(private readonly log: ProcessLog) {
    super();
  }

  async vehicleDue({ vehicleId, plate, nextMaintenanceDate: date }: VehicleDue, timeZone: string): Promise<void> {
    this.log.info({ plate, date, vehicleId }, maintenanceAlert(plate, date, timeZone));
    if (++this.waiting < MOST_WAITING) return;
    this.waiting = 0;
    await new Promise<void>((resolve) => this.log.flush(resolve));
  }

  checkDone(count: number): void {
    this.log.info({ count }, maintenanceCheckSummary(count));
  }
}
