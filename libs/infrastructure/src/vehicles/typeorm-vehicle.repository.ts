import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { searchWords } from '@fleet/domain/shared/search-words';
import { Vehicle } from '@fleet/domain/vehicles/vehicle';
import { PlateTakenError } from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { DeliverySchema } from '@fleet/infrastructure/deliveries/delivery.record';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { TypeOrmRepository } from '@fleet/infrastructure/shared/database/typeorm-repository';
import { TripSchema } from '@fleet/infrastructure/trips/trip.record';
import { toVehicle, toVehicleRecord } from './vehicle.mapper';
import { VehicleRecord, VehicleSchema, VehicleTermSchema } from './vehicle.record';

const MAPPING = {
  schema: VehicleSchema,
  toAggregate: toVehicle,
  toRecord: toVehicleRecord,
  uniqueKeys: [{ name: 'UQ_Vehicles_Plate', column: 'Vehicles.Plate', error: () => new PlateTakenError() }],
};

@Injectable()
export class TypeOrmVehicleRepository extends VehicleRepository {
  private readonly rows: TypeOrmRepository<Vehicle, VehicleRecord>;

  constructor(
    private readonly transaction: Transaction,
    eventLog: EventLog,
  ) {
    super();
    this.rows = new TypeOrmRepository(MAPPING, transaction, eventLog);
  }

  find(id: string): Promise<Vehicle | null> {
    return this.rows.find(id);
  }

  async findByPlates(plates: readonly string[]): Promise<Vehicle[]> {
    const records = await this.transaction.manager.findBy(VehicleSchema, { plate: In([...plates]) });
    return records.map((record) => this.rows.restore(record));
  }

  lock(id: string): Promise<boolean> {
    return this.rows.lock(id);
  }

  hasDeliveries(id: string): Promise<boolean> {
    return this.transaction.manager.existsBy(DeliverySchema, { vehicleId: id });
  }

  hasTrips(id: string): Promise<boolean> {
    return this.transaction.manager.existsBy(TripSchema, { vehicleId: id });
  }

  add(vehicle: Vehicle): Promise<void> {
    return this.addMany([vehicle]);
  }

  async addMany(vehicles: readonly Vehicle[]): Promise<void> {
    await this.rows.add(...vehicles);
    await bulkInsert(this.transaction.manager, VehicleTermSchema, vehicles.flatMap(terms));
  }

  async update(vehicle: Vehicle): Promise<void> {
    await this.rows.update(vehicle);
    if (!vehicle.events.some(({ payload }) => 'model' in payload)) return;
    await this.transaction.manager.delete(VehicleTermSchema, { vehicleId: vehicle.id });
    await bulkInsert(this.transaction.manager, VehicleTermSchema, terms(vehicle));
  }

  remove(vehicle: Vehicle): Promise<void> {
    return this.rows.remove(vehicle);
  }
}

function terms(vehicle: Vehicle): { term: string; vehicleId: string }[] {
  const { id, plate, model } = vehicle.snapshot();
  return searchWords(plate, model).map((term) => ({ term, vehicleId: id }));
}
