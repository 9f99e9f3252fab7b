import { Principal } from '@fleet/application/identity/principal';
import { Permission, permissionsOf } from '@fleet/domain/identity/permissions';
import { Role, ROLES } from '@fleet/domain/identity/role';

const PERMISSIONS = Object.fromEntries(ROLES.map((role) => [role, new Set(permissionsOf(role))])) as unknown as Record<
  Role,
  ReadonlySet<Permission>
>;

export interface SessionRow {
  readonly userId: string;
  readonly role: Role;
  readonly driverId: string | null;
}

/** @throws Error for a driver's account without a driver, which the database lets nobody store: it must see nothing */
export function userPrincipal({ userId, role, driverId }: SessionRow): Principal {
  if (role === 'Driver' && driverId === null) throw new Error(`The user ${userId} is a driver without a driver.`);
  return {
    actor: `user:${userId}`,
    id: userId,
    role,
    permissions: PERMISSIONS[role],
    limitedTo: role === 'Driver' ? driverId! : undefined,
  };
}

export function keyPrincipal(id: string, scopes: readonly Permission[]): Principal {
  return {
    actor: `key:${id}`,
    id,
    role: null,
    permissions: new Set(scopes),
    limitedTo: undefined,
  };
}
