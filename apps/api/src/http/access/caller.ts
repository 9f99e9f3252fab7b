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

function principalOf(context: ExecutionContext): Principal | null {
  return context.switchToHttp().getRequest<FastifyRequest>().principal;
}

/** Who calls. On routes that are not public alone. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const principal = principalOf(context);
  if (!principal) throw new Error('A public route has no caller.');
  return principal;
});

/** The driver to whose own things the caller is limited; undefined for whoever may see the whole fleet. */
export const Limit = createParamDecorator(
  (_: unknown, context: ExecutionContext): DriverId | undefined => principalOf(context)?.limitedTo,
);
