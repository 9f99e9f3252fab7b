import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020, { ValidateFunction } from 'ajv/dist/2020';

export interface Example {
  readonly value: unknown;
}

export interface Content {
  readonly schema: object;
  /** Missing where there are files. */
  readonly examples?: Record<string, Example | { readonly $ref: string }>;
}

export interface Response {
  readonly description: string;
  readonly headers: object;
  readonly content?: Record<string, Content>;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description: string;
  readonly example?: unknown;
  readonly schema: object;
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: string[];
  readonly security: Record<string, string[]>[];
  readonly 'x-permission'?: string;
  readonly parameters: Parameter[];
  readonly requestBody?: { readonly content: Record<string, Content> };
  readonly responses: Record<string, Response | { readonly $ref: string }>;
}

export interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, { properties?: Record<string, object> }> };
}

/** The document in the repository, which `npm run openapi` writes. */
export function openApiFile(): OpenApi {
  return JSON.parse(readFileSync(join(__dirname, '../../../docs/openapi.json'), 'utf8')) as OpenApi;
}

export interface Place {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

export function operationsOf({ paths }: OpenApi): Place[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

/** What a reference of the document stands for, or the value itself. */
export function resolve<T extends object>(document: OpenApi, value: T | { readonly $ref: string }): T {
  if (!('$ref' in value)) return value;
  const steps = (value as { $ref: string }).$ref.replace('#/', '').split('/');
  return steps.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], document) as T;
}

/** Checks values against the schemas of a document. */
export class Schemas {
  private readonly compiled = new WeakMap<object, ValidateFunction>();
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, multipleOfPrecision: 4 });

  constructor(private readonly document: OpenApi) {
    this.ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
    this.ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)) && text.includes('T'));
    this.ajv.addFormat('password', true); // It hides what is typed, and asks for nothing.
    this.ajv.addFormat('uri', (text) => URL.canParse(text));
  }

  /** What is wrong with the value, or an empty text. */
  faults(schema: object, value: unknown): string {
    // References of the schema lead into the document's components.
    const check = this.compiled.get(schema) ?? this.ajv.compile({ ...schema, components: this.document.components });
    this.compiled.set(schema, check);
    return check(value) ? '' : this.ajv.errorsText(check.errors);
  }
}
