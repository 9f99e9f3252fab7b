import { EntitySchema } from 'typeorm';
import { VehicleStatus } from '@fleet/domain/vehicles/vehicle-status';

export interface VehicleRecord {
  id: string;
  plate: string;
  model: string;
  year: number;
  mileage: number;
  lastMaintenanceDate: Date;
  nextMaintenanceDate: Date;
  status: VehicleStatus;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export const VehicleSchema = new EntitySchema<VehicleRecord>({
  name: 'Vehicle',
  tableName: 'Vehicles',
  columns: {
    id: { name: 'Id', type: 'uniqueidentifier', primary: true },
    plate: { name: 'Plate', type: 'nvarchar', length: 10 },
    model: { name: 'Model', type: 'nvarchar', length: 100 },
    year: { name: 'Year', type: 'int' },
    mileage: { name: 'Mileage', type: 'int' },
    lastMaintenanceDate: { name: 'LastMaintenanceDate', type: 'datetime2', precision: 3 },
    nextMaintenanceDate: { name: 'NextMaintenanceDate', type: 'datetime2', precision: 3 },
    status: { name: 'Status', type: 'nvarchar', length: 20 },
    version: { name: 'Version', type: 'int' },
    createdAt: { name: 'CreatedAt', type: 'datetime2', precision: 3 },
    updatedAt: { name: 'UpdatedAt', type: 'datetime2', precision: 3 },
  },
});

/** One word that `q` finds a vehicle by. */
export interface VehicleTermRecord {
  term: string;
  vehicleId: string;
}

export const VehicleTermSchema = new EntitySchema<VehicleTermRecord>({
  name: 'VehicleTerm',
  tableName: 'VehicleTerms',
  columns: {
    term: { name: 'Term', type: 'nvarchar', length: 100, primary: true },
    vehicleId: { name: 'VehicleId', type: 'uniqueidentifier', primary: true },
  },
});
