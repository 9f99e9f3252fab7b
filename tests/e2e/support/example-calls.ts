import { Example, Place } from './openapi';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly mediaType?: string;
  readonly body?: unknown;
}

/** What an explorer sends when nobody has typed anything: once for each example of a body. */
export function callsOf({ method, path: template, operation }: Place): [string, Call][] {
  const { parameters, requestBody } = operation;
  const fill = (name: string) => String(parameters.find((parameter) => parameter.name === name)?.example);
  const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const query = needed.map(({ name }) => `${name}=${encodeURIComponent(fill(name))}`).join('&');
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => fill(name)) + (query && `?${query}`);
  const [content] = Object.entries(requestBody?.content ?? {});
  if (!content) return [[`${method} ${template}`, { method, path }]];
  const [mediaType, { examples }] = content;
  return Object.entries(examples ?? {}).map(([name, example]) => [
    `${method} ${template}, example ${name}`,
    { method, path, mediaType, body: (example as Example).value },
  ]);
}
