import { EntitySchema } from 'typeorm';

export interface TripRecord {
  id: string;
  vehicleId: string;
  driverId: string;
  route: string;
  deliveryId: string | null;
  startDate: Date;
  endDate: Date | null;
  /** Kilometres. */
  distance: number;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export const TripSchema = new EntitySchema<TripRecord>({
  name: 'Trip',
  tableName: 'Trips',
  columns: {
    id: { name: 'Id', type: 'uniqueidentifier', primary: true },
    vehicleId: { name: 'VehicleId', type: 'uniqueidentifier' },
    driverId: { name: 'DriverId', type: 'uniqueidentifier' },
    route: { name: 'Route', type: 'nvarchar', length: 255 },
    deliveryId: { name: 'DeliveryId', type: 'uniqueidentifier', nullable: true },
    startDate: { name: 'StartDate', type: 'datetime2', precision: 3 },
    endDate: { name: 'EndDate', type: 'datetime2', precision: 3, nullable: true },
    distance: { name: 'Distance', type: 'int' },
    version: { name: 'Version', type: 'int' },
    createdAt: { name: 'CreatedAt', type: 'datetime2', precision: 3 },
    updatedAt: { name: 'UpdatedAt', type: 'datetime2', precision: 3 },
  },
});
