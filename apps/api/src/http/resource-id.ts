import { Param, PipeTransform } from '@nestjs/common';
import { HttpProblemError } from './http-problem.error';
import { validationFailed } from './to-problem';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const UUID_MESSAGE = 'must be a UUID';

/** Upper case is accepted; the product writes lower case. Null for what is no UUID. */
export function parseUuid(value: unknown): string | null {
  return typeof value === 'string' && UUID.test(value) ? value.toLowerCase() : null;
}

function uuidPipe(field: string): PipeTransform<string, string> {
  return {
    transform(value) {
      const id = parseUuid(value);
      if (id === null) throw new HttpProblemError(validationFailed([{ field, message: UUID_MESSAGE }]));
      return id;
    },
  };
}

/** The `{id}` of the path, or another id in it. */
export function ResourceId(name = 'id'): ParameterDecorator {
  return Param(name, uuidPipe(name));
}
