import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Principal } from '@fleet/application/identity/principal';
import { DriverId } from '@fleet/domain/drivers/driver-id';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; null on public routes. */
    principal: Principal | null;
  }
}

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}

/** Who calls, on routes that are not public. @throws Error on those that are */
export function callerOf({ principal }: FastifyRequest): Principal {
  if (!principal) throw new Error('A public route has no caller.');
  return principal;
}

/** Who calls. On routes that are not public alone. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal =>
  callerOf(requestOf(context)),
);

/** The driver to whose own things the caller is limited; undefined for whoever may see the whole fleet. */
export const LimitedTo = createParamDecorator(
  (_: unknown, context: ExecutionContext): DriverId | undefined => requestOf(context).principal?.limitedTo,
);
