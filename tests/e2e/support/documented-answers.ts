import { openApiFile, operationsOf, Place, resolve, Response, Schemas } from './openapi';

const document = openApiFile();
const schemas = new Schemas(document);
// A fixed path is looked for before a pattern, as the server's router does.
const places = operationsOf(document)
  .map((place) => ({ ...place, pattern: new RegExp(`^${place.path.replace(/\{\w+\}/g, '[^/]+')}$`) }))
  .sort((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')));

/**
 * Whatever the server answers at a documented operation must be documented there: the status, the media type, and a
 * body that its schema allows, with its problem code. @throws Error when it is not
 */
export function mustBeDocumented(method: string, url: string, answer: globalThis.Response, body: unknown): void {
  const path = url.split('?', 1)[0]!;
  const place = places.find((one) => one.method === method && one.pattern.test(path));
  if (!place || (body as { code?: string } | null)?.code === 'METHOD_NOT_ALLOWED') return;
  const fault = faultOf(place, answer, body);
  if (fault) throw new Error(`docs/openapi.json does not describe an answer to ${method} ${url}: ${fault}`);
}

function faultOf({ operation }: Place, answer: globalThis.Response, body: unknown): string {
  const documented = operation.responses[answer.status];
  if (!documented) return `status ${answer.status} ${JSON.stringify(body)}`;
  const { content = {} } = resolve<Response>(document, documented);
  const mediaType = answer.headers.get('content-type')?.split(';', 1)[0];
  if (mediaType === undefined) return Object.keys(content).length > 0 ? 'a body is missing' : '';
  const described = content[mediaType];
  if (!described) return `the media type ${mediaType}`;
  // Nothing but JSON is parsed: of a file there is no value to check.
  return mediaType.endsWith('json') ? schemas.faults(described.schema, body) : '';
}
