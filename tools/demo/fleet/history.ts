import { Injectable } from '@nestjs/common';
import { Driver } from '@fleet/domain/drivers/driver';
import { MaintenanceRecord } from '@fleet/domain/maintenance/maintenance-record';
import { Trip } from '@fleet/domain/trips/trip';
import { Vehicle } from '@fleet/domain/vehicles/vehicle';
import { DriverMapper } from '@fleet/infrastructure/drivers/driver.mapper';
import { DriverTerms } from '@fleet/infrastructure/drivers/driver-terms';
import { TypeOrmDriverRepository } from '@fleet/infrastructure/drivers/typeorm-driver.repository';
import { TypeOrmMaintenanceRecordRepository } from '@fleet/infrastructure/maintenance/typeorm-maintenance-record.repository';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { TypeOrmTripRepository } from '@fleet/infrastructure/trips/typeorm-trip.repository';
import { TypeOrmVehicleRepository } from '@fleet/infrastructure/vehicles/typeorm-vehicle.repository';
import { HistoryEventLog } from './history-event-log';
import { HistoryRepository } from './history-repository';

/** What a lived history leaves behind: kept in memory until it is over, then stored by the product's repositories. */
@Injectable()
export class History {
  readonly vehicles: HistoryRepository<Vehicle>;
  readonly drivers: HistoryRepository<Driver>;
  readonly maintenanceRecords: HistoryRepository<MaintenanceRecord>;
  readonly trips: HistoryRepository<Trip>;

  constructor(transaction: Transaction, events: HistoryEventLog, driverMapper: DriverMapper, driverTerms: DriverTerms) {
    this.vehicles = new HistoryRepository(Vehicle.restore, new TypeOrmVehicleRepository(transaction, events), events);
    const drivers = new TypeOrmDriverRepository(transaction, events, driverMapper, driverTerms);
    this.drivers = new HistoryRepository(Driver.restore, drivers, events);
    const records = new TypeOrmMaintenanceRecordRepository(transaction, events);
    this.maintenanceRecords = new HistoryRepository(MaintenanceRecord.restore, records, events);
    this.trips = new HistoryRepository(Trip.restore, new TypeOrmTripRepository(transaction, events), events);
  }

  /** Vehicles and drivers first, because the others refer to them. */
  async store(): Promise<void> {
    for (const rows of [this.vehicles, this.drivers, this.maintenanceRecords, this.trips]) await rows.store();
  }
}
