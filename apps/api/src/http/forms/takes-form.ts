import type { FastifyRequest } from 'fastify';
import { BodyConfig, FORM_BODY, JSON_BODY } from '@fleet/api/http/media-types';
import { configureRoute } from '@fleet/api/http/route-config';
import { MAX_FILES } from './form-limits';

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
 * @throws Error when the shape has more than {@link MAX_FILES} files: no more of a form are read
 */
export function TakesForm(form: FormShape, { orJson = false } = {}): MethodDecorator {
  const most = Object.values(form.files).reduce((sum, count) => sum + count, 0);
  if (most > MAX_FILES) throw new Error(`A form has at most ${MAX_FILES} files, not ${most}.`);
  return configureRoute({ form, consumes: orJson ? [JSON_BODY, FORM_BODY] : FORM_BODY } satisfies FormConfig);
}

/** What the path's form may have; undefined when it takes none. */
export function formShapeOf({ routeOptions }: FastifyRequest): FormShape | undefined {
  return (routeOptions.config as FormConfig).form;
}
