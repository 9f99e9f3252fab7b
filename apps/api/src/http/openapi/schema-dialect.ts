import type { OpenAPIObject } from '@nestjs/swagger';

type Schema = Record<string, unknown>;

/** Turns the schemas, which Nest writes as OpenAPI 3.0 has them, into JSON Schema 2020-12, which OpenAPI 3.1 speaks. */
export function useJsonSchema(document: OpenAPIObject): void {
  for (const schema of Object.values(document.components?.schemas ?? {})) toJsonSchema(schema as Schema);
  for (const { schema } of namedSchemas(document.paths)) toJsonSchema(schema);
}

function toJsonSchema(schema: Schema): void {
  // Nest wraps a reference that has words of its own in an `allOf`.
  if (schema.nullable === true && schema.allOf) {
    schema.anyOf = [...(schema.allOf as Schema[]), { type: 'null' }];
    delete schema.allOf;
    delete schema.type;
  } else if (schema.nullable === true) schema.type = [schema.type, 'null'];
  delete schema.nullable;
  if ('example' in schema) schema.examples = [schema.example];
  delete schema.example;
  // The server refuses unknown fields and sends no others than these.
  if (schema.type === 'object') schema.additionalProperties = false;
  for (const inner of Object.values((schema.properties ?? {}) as Record<string, Schema>)) toJsonSchema(inner);
  if (schema.items) toJsonSchema(schema.items as Schema);
}

/** Whatever stands under `schema` anywhere below; examples hold data, not schemas. */
function* namedSchemas(node: unknown): Generator<{ schema: Schema }> {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    if (name === 'schema') yield { schema: value as Schema };
    else if (name !== 'example' && name !== 'examples') yield* namedSchemas(value);
  }
}
