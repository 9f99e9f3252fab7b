import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Upload } from '@fleet/application/shared/uploads/uploaded-files';

declare module 'fastify' {
  interface FastifyRequest {
    /** The files of a form, in the order in which they came; null when the body is something else. */
    uploads: readonly Upload[] | null;
  }
}

/** The files that came with the body; none with a body that is no form. */
export function uploadsOf({ uploads }: Pick<FastifyRequest, 'uploads'>): readonly Upload[] {
  return uploads ?? [];
}

/** The files of a form, whose text fields are the `@Body()`. On a path that `@TakesForm(…)`. */
export const Uploads = createParamDecorator((_: unknown, context: ExecutionContext): readonly Upload[] =>
  uploadsOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
