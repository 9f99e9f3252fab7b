import { EntitySchema } from 'typeorm';

export interface MaintenanceRecordRecord {
  id: string;
  vehicleId: string;
  date: Date;
  description: string;
  /** Exact, with two decimals. */
  cost: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export const MaintenanceRecordSchema = new EntitySchema<MaintenanceRecordRecord>({
  name: 'MaintenanceRecord',
  tableName: 'MaintenanceRecords',
  columns: {
    id: { name: 'Id', type: 'uniqueidentifier', primary: true },
    vehicleId: { name: 'VehicleId', type: 'uniqueidentifier' },
    date: { name: 'Date', type: 'datetime2', precision: 3 },
    description: { name: 'Description', type: 'nvarchar', length: 500 },
    cost: { name: 'Cost', type: 'decimal', precision: 10, scale: 2 },
    version: { name: 'Version', type: 'int' },
    createdAt: { name: 'CreatedAt', type: 'datetime2', precision: 3 },
    updatedAt: { name: 'UpdatedAt', type: 'datetime2', precision: 3 },
  },
});
