import { Injectable } from '@nestjs/common';
import { addDays } from '@fleet/domain/shared/calendar';
import { Clock } from '@fleet/domain/shared/clock';
import { Settings } from '@fleet/application/shared/settings';
import { VehicleQueries } from '@fleet/application/vehicles/vehicle.queries';
import { MaintenanceAlerts } from './maintenance-alerts';

export interface MaintenanceCheckView {
  readonly checkedAt: string;
  readonly daysThreshold: number;
  /** Vehicles that are due within the threshold, overdue ones included. */
  readonly count: number;
}

@Injectable()
export class RunMaintenanceCheck {
  constructor(
    private readonly vehicles: VehicleQueries,
    private readonly alerts: MaintenanceAlerts,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /**
   * Alerts for every vehicle that is due, whatever its status.
   * @param stop ends the check before the next vehicle; it then throws the signal's reason
   */
  async execute(stop?: AbortSignal): Promise<MaintenanceCheckView> {
    const { maintenanceDaysThreshold: daysThreshold, timeZone } = this.settings;
    const now = this.clock.now();
    let count = 0;
    for await (const { id, plate, nextMaintenanceDate } of this.vehicles.streamDue(addDays(now, daysThreshold))) {
      stop?.throwIfAborted();
      const due = { vehicleId: id, plate, nextMaintenanceDate: new Date(nextMaintenanceDate) };
      await this.alerts.vehicleDue(due, timeZone);
      count++;
    }
    stop?.throwIfAborted();
    this.alerts.checkDone(count);
    return { checkedAt: now.toISOString(), daysThreshold, count };
  }
}
