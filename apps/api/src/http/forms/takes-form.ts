import type { FastifyRequest } from 'fastify';
import { BodyConfig, FORM_BODY, JSON_BODY } from '@fleet/api/http/media-types';
import { configureRoute } from '@fleet/api/http/route-config';

/** What a form may have. */
export interface FormShape {
  /** The names of its text fields, each of which it has once at most. */
  readonly text: readonly string[];
  /** The names of its files, and of each how many there may be: {@link MAX_FILES} in all. */
  readonly files: Readonly<Record<string, number>>;
}

interface FormConfig extends BodyConfig {
  readonly form?: FormShape;
}

/**
 * The path takes `multipart/form-data`. The text fields become the body, to be checked as if they had come as JSON; the
 * files are the `@Uploads()`.
 *
 * @param options.orJson takes JSON as well, for callers who have no files to send
 */
export function TakesForm(form: FormShape, { orJson = false } = {}): MethodDecorator {
  return configureRoute({ form, consumes: orJson ? [JSON_BODY, FORM_BODY] : FORM_BODY } satisfies FormConfig);
}

/** What the path's form may have; undefined when it takes none. */
export function formShapeOf({ routeOptions }: FastifyRequest): FormShape | undefined {
  return (routeOptions.config as FormConfig).form;
}
