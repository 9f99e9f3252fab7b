import { Injectable } from '@nestjs/common';
import { MaintenanceRecord } from '@fleet/domain/maintenance/maintenance-record';
import { MaintenanceRecordRepository } from '@fleet/domain/maintenance/maintenance-record.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { Settings } from '@fleet/application/shared/settings';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { MaintenanceRecordView, maintenanceRecordView } from './maintenance-record.view';

export interface RecordMaintenanceCommand {
  readonly vehicleId: string;
  /** When the work was done. */
  readonly date: Date;
  readonly description: string;
  /** In the fleet's currency. */
  readonly cost: number;
}

@Injectable()
export class RecordMaintenance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vehicles: VehicleRepository,
    private readonly records: MaintenanceRecordRepository,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
    private readonly settings: Settings,
  ) {}

  /** @throws InvalidFieldsError, VehicleNotFoundError */
  execute(command: RecordMaintenanceCommand): Promise<MaintenanceRecordView> {
    return this.unitOfWork.run(async () => {
      const now = this.clock.now();
      const record = MaintenanceRecord.record({ id: this.ids.next(), ...command }, now);
      const vehicle = await this.vehicles.find(command.vehicleId);
      if (!vehicle) throw new VehicleNotFoundError();
      vehicle.recordMaintenance(command.date, this.settings.maintenanceIntervalDays, now);
      // The vehicle first: two records that both lock it by their foreign key and then change it would deadlock.
      await this.vehicles.update(vehicle);
      await this.records.add(record);
      return maintenanceRecordView(record);
    });
  }
}
