import { Principal } from '@fleet/application/identity/principal';
import { reachOf } from '@fleet/domain/identity/permissions';
import { AccessRule } from './access';

/** Whether the caller may call a route that is not public. */
export function isAdmitted({ required, ownOnly }: AccessRule, principal: Principal): boolean {
  const { role, permissions, limitedTo } = principal;
  if (required === 'public') return true;
  if (required === 'signed-in') return role !== null;
  if (!permissions.has(required)) return false;
  if (limitedTo !== undefined) return ownOnly;
  // Somebody who may have only what is the driver's own, and is nobody's account: there is nothing that is own.
  return role === null || reachOf(role, required) === 'all';
}
