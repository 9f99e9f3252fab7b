import { Injectable } from '@nestjs/common';
import { addDays } from '@fleet/domain/shared/calendar';
import { Clock } from '@fleet/domain/shared/clock';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { Settings } from '@fleet/application/shared/settings';
import { VehicleQueries } from '@fleet/application/vehicles/vehicle.queries';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';

export interface UpcomingMaintenanceRequest extends PageRequest {
  /** Days ahead; the operator's threshold when left out. */
  readonly days?: number | undefined;
}

/** Vehicles whose maintenance is due within some days, overdue ones included, soonest first. */
@Injectable()
export class ListUpcomingMaintenance {
  constructor(
    private readonly vehicles: VehicleQueries,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** @throws InvalidCursorError */
  execute({
    days = this.settings.maintenanceDaysThreshold,
    ...page
  }: UpcomingMaintenanceRequest): Promise<Page<VehicleView>> {
    return this.vehicles.listDue({ days, until: addDays(this.clock.now(), days), ...page });
  }
}
