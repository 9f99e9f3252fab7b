import { Injectable } from '@nestjs/common';
import { DeactivateDriver } from '@fleet/application/drivers/deactivate-driver';
import { RegisterDriver } from '@fleet/application/drivers/register-driver';
import { RecordMaintenance } from '@fleet/application/maintenance/record-maintenance';
import { SendToMaintenance } from '@fleet/application/maintenance/send-to-maintenance';
import { ActionContext } from '@fleet/application/shared/action-context';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { EndTrip } from '@fleet/application/trips/end-trip';
import { StartTrip } from '@fleet/application/trips/start-trip';
import { RegisterVehicle } from '@fleet/application/vehicles/register-vehicle';
import { DeliveryDesk } from '@fleet/tools/demo/deliveries/delivery-desk';
import { DeliveryHistory } from '@fleet/tools/demo/deliveries/delivery-history';
import { History } from './history';
import { HistoryDeed } from './history-deed';
import { HistoryEventLog } from './history-event-log';
import { FleetWork, MaintenanceNote, PlannedDriver, PlannedTrip, PlannedVehicle, PlannedWork } from './planned';
import { PlannedIds } from './planned-ids';
import { SeededIdGenerator } from './seeded-id-generator';
import { SimulatedClock } from './simulated-clock';

/** Does with the product's use cases what a plan says, at the time that it says. */
@Injectable()
export class Fleet implements FleetWork {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly deliveryHistory: DeliveryHistory,
    private readonly deliveries: DeliveryDesk,
    private readonly ids: PlannedIds,
    private readonly clock: SimulatedClock,
    private readonly generator: SeededIdGenerator,
    private readonly events: HistoryEventLog,
    private readonly context: ActionContext,
    private readonly vehicleRegistration: RegisterVehicle,
    private readonly driverRegistration: RegisterDriver,
    private readonly driverDeactivation: DeactivateDriver,
    private readonly tripStart: StartTrip,
    private readonly tripEnd: EndTrip,
    private readonly workshopVisit: SendToMaintenance,
    private readonly maintenance: RecordMaintenance,
  ) {}

  /** All of it in one transaction: a year or nothing. @param deeds oldest first */
  live(deeds: readonly HistoryDeed[]): Promise<void> {
    return this.unitOfWork.run(async () => {
      for (const { at, doneIn } of deeds) {
        this.clock.set(at);
        const request = { actor: 'system', correlationId: this.generator.next() };
        await this.context.run(request, () => doneIn(this, this.deliveries));
      }
      await this.history.store();
      await this.deliveryHistory.store();
      await this.events.store();
    });
  }

  async registerVehicle(planned: PlannedVehicle, lastMaintenanceDate: Date | undefined): Promise<void> {
    const { plate, model, mileage } = planned;
    const year = planned.year === 'new' ? this.clock.now().getUTCFullYear() : planned.year;
    const command = { plate, model, year, mileage, lastMaintenanceDate };
    await this.ids.make(planned, () => this.vehicleRegistration.execute(command));
  }

  async registerDriver(planned: PlannedDriver): Promise<void> {
    const { name, licenseNumber, phone } = planned;
    await this.ids.make(planned, () => this.driverRegistration.execute({ name, licenseNumber, phone }));
  }

  async deactivateDriver(driver: PlannedDriver): Promise<void> {
    await this.driverDeactivation.execute(this.ids.of(driver));
  }

  async startTrip(planned: PlannedTrip): Promise<void> {
    const { vehicle, driver, route } = planned;
    const command = { vehicleId: this.ids.of(vehicle), driverId: this.ids.of(driver), route };
    await this.ids.make(planned, () => this.tripStart.execute(command));
  }

  async endTrip(trip: PlannedTrip, distance: number): Promise<void> {
    await this.tripEnd.execute({ id: this.ids.of(trip), distance });
  }

  async sendToWorkshop(vehicle: PlannedVehicle): Promise<void> {
    await this.workshopVisit.execute({ vehicleId: this.ids.of(vehicle) });
  }

  async recordMaintenance(planned: PlannedWork, { date, description, cost }: MaintenanceNote): Promise<void> {
    const command = { vehicleId: this.ids.of(planned.vehicle), date, description, cost };
    await this.ids.make(planned, () => this.maintenance.execute(command));
  }
}
