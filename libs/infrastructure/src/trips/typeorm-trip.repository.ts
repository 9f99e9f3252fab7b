import { Injectable } from '@nestjs/common';
import { DriverNotAvailableError } from '@fleet/domain/drivers/driver.errors';
import { Trip } from '@fleet/domain/trips/trip';
import { TripRepository } from '@fleet/domain/trips/trip.repository';
import { VehicleNotAvailableError } from '@fleet/domain/vehicles/vehicle.errors';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { TypeOrmRepository } from '@fleet/infrastructure/shared/database/typeorm-repository';
import { toTrip, toTripRecord } from './trip.mapper';
import { TripRecord, TripSchema } from './trip.record';

const MAPPING = {
  schema: TripSchema,
  toAggregate: toTrip,
  toRecord: toTripRecord,
  uniqueKeys: [
    { name: 'UQ_Trips_ActiveVehicle', column: 'Trips.VehicleId', error: () => new VehicleNotAvailableError() },
    { name: 'UQ_Trips_ActiveDriver', column: 'Trips.DriverId', error: () => new DriverNotAvailableError() },
  ],
};

@Injectable()
export class TypeOrmTripRepository extends TripRepository {
  private readonly rows: TypeOrmRepository<Trip, TripRecord>;

  constructor(transaction: Transaction, eventLog: EventLog) {
    super();
    this.rows = new TypeOrmRepository(MAPPING, transaction, eventLog);
  }

  find(id: string): Promise<Trip | null> {
    return this.rows.find(id);
  }

  add(trip: Trip): Promise<void> {
    return this.rows.add(trip);
  }

  update(trip: Trip): Promise<void> {
    return this.rows.update(trip);
  }

  remove(trip: Trip): Promise<void> {
    return this.rows.remove(trip);
  }
}
