import { Vehicle } from '@fleet/domain/vehicles/vehicle';
import { VehicleRecord } from './vehicle.record';

export function toVehicle(record: VehicleRecord): Vehicle {
  return Vehicle.restore({ ...record, id: record.id.toLowerCase() });
}

export function toVehicleRecord(vehicle: Vehicle): VehicleRecord {
  return vehicle.snapshot();
}
