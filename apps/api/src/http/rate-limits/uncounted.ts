import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { configureRoute } from '@fleet/api/http/route-config';

/** Where an operation says so until the document is finished. */
export const UNCOUNTED_EXTENSION = 'x-uncounted';

/** For whoever watches over the process: asking too often must not look like being down. */
export function Uncounted(): MethodDecorator {
  return applyDecorators(configureRoute({ uncounted: true }), ApiExtension(UNCOUNTED_EXTENSION, true));
}

export function isCounted({ routeOptions }: FastifyRequest): boolean {
  return !(routeOptions.config as { uncounted?: boolean }).uncounted;
}
