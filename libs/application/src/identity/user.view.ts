import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Permission, permissionsOf } from '@fleet/domain/identity/permissions';
import { Role } from '@fleet/domain/identity/role';
import { User } from '@fleet/domain/identity/user';

/** A user as administrators see it. Instants are ISO 8601 in UTC. */
export interface UserView {
  readonly id: string;
  /** Null for a user who was erased, as is the name. */
  readonly email: string | null;
  readonly name: string | null;
  readonly role: Role;
  readonly driverId: DriverId | null;
  readonly active: boolean;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A user as the user sees it. */
export interface SignedInUserView extends Pick<UserView, 'id' | 'email' | 'name' | 'role' | 'driverId'> {
  readonly permissions: readonly Permission[];
}

export function userView(user: User): UserView {
  const { id, email, name, role, driverId, active, version, createdAt, updatedAt } = user.snapshot();
  return {
    id,
    email,
    name,
    role,
    driverId,
    active,
    version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function signedInUserView({ id, email, name, role, driverId }: UserView): SignedInUserView {
  return { id, email, name, role, driverId, permissions: permissionsOf(role) };
}
