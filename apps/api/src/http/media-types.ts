import type { FastifyRequest } from 'fastify';

export const JSON_MEDIA_TYPE = 'application/json; charset=utf-8';

export const JSON_BODY = 'application/json';
export const CSV_BODY = 'text/csv';
export const FORM_BODY = 'multipart/form-data';

/** What a route says about the bodies that it takes; nothing means JSON. */
export interface BodyConfig {
  readonly consumes?: string | readonly string[];
  /** How many values JSON may have here, where that is more than a form has. */
  readonly maxValues?: number;
}

/** What the body says that it is, without parameters; undefined when it says nothing. */
export function mediaTypeOf({ headers }: FastifyRequest): string | undefined {
  return headers['content-type']?.split(';', 1)[0]!.trim().toLowerCase();
}
