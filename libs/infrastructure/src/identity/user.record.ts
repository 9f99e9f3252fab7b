import { EntitySchema } from 'typeorm';
import { Role } from '@fleet/domain/identity/role';

export interface UserRecord {
  id: string;
  /** Sealed, as the name is; null once the user is erased. */
  email: string | null;
  /** The keyed hash of the address without its case: what is unique and what is looked for. */
  emailKey: string | null;
  name: string | null;
  role: Role;
  driverId: string | null;
  active: boolean;
  passwordHash: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export const UserSchema = new EntitySchema<UserRecord>({
  name: 'User',
  tableName: 'Users',
  columns: {
    id: { name: 'Id', type: 'uniqueidentifier', primary: true },
    email: { name: 'Email', type: 'nvarchar', length: 600, nullable: true },
    emailKey: { name: 'EmailKey', type: 'nvarchar', length: 43, nullable: true },
    name: { name: 'Name', type: 'nvarchar', length: 600, nullable: true },
    role: { name: 'Role', type: 'nvarchar', length: 20 },
    driverId: { name: 'DriverId', type: 'uniqueidentifier', nullable: true },
    active: { name: 'Active', type: Boolean },
    passwordHash: { name: 'PasswordHash', type: 'nvarchar', length: 200, nullable: true },
    version: { name: 'Version', type: 'int' },
    createdAt: { name: 'CreatedAt', type: 'datetime2', precision: 3 },
    updatedAt: { name: 'UpdatedAt', type: 'datetime2', precision: 3 },
  },
});
