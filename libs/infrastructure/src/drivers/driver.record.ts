import { EntitySchema } from 'typeorm';

export interface DriverRecord {
  id: string;
  name: string;
  /** As typed. */
  licenseNumber: string;
  /** The licence number without its case: what is unique and what is looked for. */
  licenseNumberKey: string;
  phone: string;
  active: boolean;
  available: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export const DriverSchema = new EntitySchema<DriverRecord>({
  name: 'Driver',
  tableName: 'Drivers',
  columns: {
    id: { name: 'Id', type: 'uniqueidentifier', primary: true },
    name: { name: 'Name', type: 'nvarchar', length: 100 },
    licenseNumber: { name: 'LicenseNumber', type: 'nvarchar', length: 20 },
    licenseNumberKey: { name: 'LicenseNumberKey', type: 'nvarchar', length: 60 },
    phone: { name: 'Phone', type: 'nvarchar', length: 25 },
    active: { name: 'Active', type: Boolean },
    available: { name: 'Available', type: Boolean },
    version: { name: 'Version', type: 'int' },
    createdAt: { name: 'CreatedAt', type: 'datetime2', precision: 3 },
    updatedAt: { name: 'UpdatedAt', type: 'datetime2', precision: 3 },
  },
});

/** One word that `q` finds a driver by. */
export interface DriverTermRecord {
  term: string;
  driverId: string;
}

export const DriverTermSchema = new EntitySchema<DriverTermRecord>({
  name: 'DriverTerm',
  tableName: 'DriverTerms',
  columns: {
    term: { name: 'Term', type: 'nvarchar', length: 100, primary: true },
    driverId: { name: 'DriverId', type: 'uniqueidentifier', primary: true },
  },
});
