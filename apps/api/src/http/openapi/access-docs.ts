import { Permission, reachOf } from '@fleet/domain/identity/permissions';
import { ACCESS_EXTENSION, AccessRule, RequiredAccess } from '@fleet/api/http/access/access';
import type { ComponentsObject, OperationObject } from './openapi-types';

/** Where an operation of the finished document names the permission that it needs, for programs. */
const PERMISSION_EXTENSION = 'x-permission';

const BEARER: Record<string, string[]> = { bearer: [] };
const API_KEY: Record<string, string[]> = { apiKey: [] };

export const SECURITY_SCHEMES: NonNullable<ComponentsObject['securitySchemes']> = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The `accessToken` of a sign-in; good for 15 minutes.',
  },
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Api-Key',
    description: 'The key of a service; it may do what its scopes say.',
  },
};

type Operation = OperationObject & { [ACCESS_EXTENSION]?: AccessRule; [PERMISSION_EXTENSION]?: string };

/** Says who may call an operation, as code generators and as people read it. @throws Error when nobody has said it */
export function describeAccess(operation: Operation): void {
  const access = operation[ACCESS_EXTENSION];
  if (!access) throw new Error(`${operation.operationId} does not say who may call it: it needs @Access(…).`);
  delete operation[ACCESS_EXTENSION];
  operation.security = securityOf(access.required);
  operation.description = `${operation.description}\n\n${sentence(access)}`;
  if (isPermission(access.required)) operation[PERMISSION_EXTENSION] = access.required;
}

function isPermission(required: RequiredAccess): required is Permission {
  return required !== 'public' && required !== 'signed-in';
}

function securityOf(required: RequiredAccess): Record<string, string[]>[] {
  if (required === 'public') return [];
  return required === 'signed-in' ? [BEARER] : [BEARER, API_KEY];
}

function sentence({ required, ownOnly }: AccessRule): string {
  if (required === 'public') return 'Open to everybody.';
  if (required === 'signed-in') return 'For every user who has signed in; not for API keys.';
  if (ownOnly) return `Needs \`${required}\`; drivers reach their own only.`;
  const isForDrivers = reachOf('Driver', required) !== undefined;
  return isForDrivers
    ? `Needs \`${required}\` for the whole fleet, which drivers do not have.`
    : `Needs \`${required}\`.`;
}
