import type { FastifyRequest } from 'fastify';
import { configureRoute } from '@fleet/api/http/route-config';

interface LetInConfig {
  readonly letIn?: (request: FastifyRequest) => boolean;
}

/** What a route says that is to be answered in an overload too. @param letIn whether the request may pass */
export function lettingIn(letIn: (request: FastifyRequest) => boolean): LetInConfig {
  return { letIn };
}

/** For whoever watches over the process, and costs it next to nothing: being busy must not look like being down. */
export function AlwaysLetIn(): MethodDecorator {
  return configureRoute(lettingIn(() => true));
}

/** Whether the request is answered however busy the process is. */
export function isLetIn(request: FastifyRequest): boolean {
  return (request.routeOptions.config as LetInConfig).letIn?.(request) ?? false;
}
