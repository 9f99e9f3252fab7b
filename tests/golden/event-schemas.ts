import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv, { ValidateFunction } from 'ajv';

interface Catalogue {
  readonly definitions: Readonly<Record<string, { readonly title: string }>>;
}

const FILE = resolve(__dirname, '../../docs/events.schema.json');
const catalogue = JSON.parse(readFileSync(FILE, 'utf8')) as Catalogue;
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true }).addSchema(catalogue, 'events');
const known = new Map<string, ValidateFunction>();

/** Every type of event that docs/events.md describes. */
export const DESCRIBED_TYPES: readonly string[] = Object.keys(catalogue.definitions);

/** What is wrong with the payload of an event in the present version of its type; empty when nothing is. */
export function payloadFault(stream: string, type: string, payload: unknown): string {
  const described = catalogue.definitions[type];
  if (!described) return `docs/events.md describes no ${type}`;
  if (!described.title.endsWith(` of the stream ${stream}`)) return `${type} is no event of the stream ${stream}`;
  const validate = known.get(type) ?? ajv.getSchema(`events#/definitions/${type}`)!;
  known.set(type, validate);
  // As it is written down: what JSON leaves out is not there.
  return validate(JSON.parse(JSON.stringify(payload))) ? '' : `${type} ${ajv.errorsText(validate.errors)}`;
}

/** The stream that a type of event belongs to. */
export function streamOf(type: string): string {
  return catalogue.definitions[type]?.title.split(' ').at(-1) ?? '';
}
