import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Role } from './role';
import { UserId } from './user-id';

/** What an administrator may say about a user. */
export interface UserDetails {
  email: string;
  name: string;
  role: Role;
  /** The driver that the user is; whoever has the role Driver is one. */
  driverId: DriverId | null;
}

/** The whole state of a user. */
export interface UserSnapshot extends Pick<UserDetails, 'role' | 'driverId'> {
  id: UserId;
  /** Null once the user is erased, as are the name and the password. */
  email: string | null;
  name: string | null;
  /** Whether the user may sign in. */
  active: boolean;
  passwordHash: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
