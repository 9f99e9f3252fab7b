import { applyDecorators, createParamDecorator, ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { HttpProblemError } from './http-problem.error';
import { INSTANT_MESSAGE, parseInstant } from './instant';
import { GIVEN_INSTANT_NOTE, givenInstant } from './openapi/value-schemas';
import { Versioned } from './resource-answers';
import { validationFailed } from './to-problem';

const AS_OF = 'asOf';

/**
 * Answers with the present version of a resource, as `Versioned` does, or with the state that `@AsOf()` asks for.
 * @param note what the documentation says of who may see it, in a sentence
 */
export function VersionedOrPast(note?: string): MethodDecorator {
  return applyDecorators(
    Versioned({ unless: AS_OF }),
    ApiQuery({
      name: AS_OF,
      required: false,
      description:
        'The state at this instant, which must not be in the future, rebuilt from what has happened; such an answer ' +
        `has no \`ETag\`. ${note ? `${note} ` : ''}${GIVEN_INSTANT_NOTE}`,
      schema: { ...givenInstant, example: '2025-08-20T00:00:00Z' },
    }),
  );
}

/**
 * The instant whose state is wanted; undefined for the present one. No query class: reading one resource is what is
 * asked for most, and checking one would take a good part of its time.
 */
export const AsOf = createParamDecorator((_: unknown, context: ExecutionContext): Date | undefined => {
  const given = (context.switchToHttp().getRequest<FastifyRequest>().query as Record<string, unknown>)[AS_OF];
  if (given === undefined) return undefined;
  if (typeof given !== 'string') throw refused('must be given once');
  if (given.trim() === '') return undefined;
  const instant = parseInstant(given.trim());
  if (!instant) throw refused(INSTANT_MESSAGE);
  return instant;
});

function refused(message: string): HttpProblemError {
  return new HttpProblemError(validationFailed([{ field: AS_OF, message }]));
}
