import type { OpenAPIObject } from '@nestjs/swagger';
import type { SchemaObject } from './openapi-types';

/**
 * Names the newest model year that requests may bring: next year. The document in the repository leaves it out, or it
 * would be stale every January; in one that is served over New Year it is last year's until the server starts again.
 */
export function namePresentYear(document: OpenAPIObject, now: Date): OpenAPIObject {
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    const year = (schema as SchemaObject).properties?.year as SchemaObject | undefined;
    if (year && name.endsWith('Request')) year.maximum = now.getUTCFullYear() + 1;
  }
  return document;
}
