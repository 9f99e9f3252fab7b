import { Principal } from '@fleet/application/identity/principal';
import { ALL_PERMISSIONS, Permission, permissionsOf } from '@fleet/domain/identity/permissions';
import { Role } from '@fleet/domain/identity/role';

/** A user who has signed in. @param limitedTo the driver whose account it is */
export function aUser(role: Role, limitedTo?: string): Principal {
  const id = `a-${role.toLowerCase()}`;
  const permissions = new Set(permissionsOf(role));
  return { actor: `user:${id}`, id, role, permissions, limitedTo };
}

/** A service with an API key of these scopes. */
export function aKey(...scopes: Permission[]): Principal {
  const permissions = new Set(scopes);
  return { actor: 'key:a-key', id: 'a-key', role: null, permissions, limitedTo: undefined };
}

/** A key that no rule of scopes would give out. */
export const anyKey = aKey(...ALL_PERMISSIONS);
