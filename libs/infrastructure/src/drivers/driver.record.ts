import { EntitySchema } from 'typeorm';

/** Name, licence number and phone are sealed; an erased driver has none of them. */
export interface DriverRecord {
  id: string;
  name: string | null;
  /** As typed. */
  licenseNumber: string | null;
  /** A keyed hash of the licence number without its case: what is unique and what is looked for. */
  licenseNumberKey: string | null;
  phone: string | null;
  active: boolean;
  available: boolean;
  erasedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export const DriverSchema = new EntitySchema<DriverRecord>({
  name: 'Driver',
  tableName: 'Drivers',
  columns: {
    id: { name: 'Id', type: 'uniqueidentifier', primary: true },
    name: { name: 'Name', type: 'nvarchar', length: 460, nullable: true },
    licenseNumber: { name: 'LicenseNumber', type: 'nvarchar', length: 140, nullable: true },
    licenseNumberKey: { name: 'LicenseNumberKey', type: 'nvarchar', length: 60, nullable: true },
    phone: { name: 'Phone', type: 'nvarchar', length: 100, nullable: true },
    active: { name: 'Active', type: Boolean },
    available: { name: 'Available', type: Boolean },
    erasedAt: { name: 'ErasedAt', type: 'datetime2', precision: 3, nullable: true },
    version: { name: 'Version', type: 'int' },
    createdAt: { name: 'CreatedAt', type: 'datetime2', precision: 3 },
    updatedAt: { name: 'UpdatedAt', type: 'datetime2', precision: 3 },
  },
});

/** The keyed hash of what a word begins with that `q` finds a driver by. */
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
