import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { Permission } from '@fleet/domain/identity/permissions';
import { configureRoute } from '@fleet/api/http/route-config';

/** `public`: everybody; `signed-in`: every user, whatever the role, and no API key. */
export type RequiredAccess = Permission | 'public' | 'signed-in';

export interface AccessRule {
  readonly required: RequiredAccess;
  /** Whether the handler shows and changes only what is the driver's own when the caller is limited to that. */
  readonly ownOnly: boolean;
}

/** Where an operation of the document says what it requires. */
export const ACCESS_EXTENSION = 'x-access';

/** Who may call a route. A route that says nothing keeps the application from starting. */
export function Access(required: RequiredAccess, { ownOnly = false } = {}): MethodDecorator {
  const rule: AccessRule = { required, ownOnly };
  return applyDecorators(configureRoute({ access: rule }), ApiExtension(ACCESS_EXTENSION, rule));
}

/** For handlers that respect `@LimitedTo()`: they may be called by those who see and change only their own. */
export function OwnOrAll(required: Permission): MethodDecorator {
  return Access(required, { ownOnly: true });
}
