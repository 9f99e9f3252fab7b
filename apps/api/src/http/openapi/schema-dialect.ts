import type { OpenAPIObject } from '@nestjs/swagger';

type Schema = Record<string, unknown>;

/** Turns the schemas, which Nest writes as OpenAPI 3.0 has them, into JSON Schema 2020-12, which OpenAPI 3.1 speaks. */
export function useJsonSchema(document: OpenAPIObject): void {
  for (const schema of Object.values(document.components?.schemas ?? {})) toJsonSchema(schema as Schema);
  for (const { schema } of namedSchemas(document.paths)) toJsonSchema(schema);
}

function toJsonSchema(schema: Schema): void {
  if (schema.nullable === true) takeNull(schema);
  delete schema.nullable;
  if ('example' in schema) schema.examples = [schema.example];
  delete schema.example;
  // The server refuses unknown fields and sends no others than these.
  if (schema.type === 'object') schema.additionalProperties = false;
  for (const inner of Object.values((schema.properties ?? {}) as Record<string, Schema>)) toJsonSchema(inner);
  if (schema.items) toJsonSchema(schema.items as Schema);
}

/** Another schema that it refers to does not take null, so that null is the other possibility. */
function takeNull(schema: Schema): void {
  if (!schema.allOf) {
    schema.type = [schema.type, 'null'];
    return;
  }
  schema.anyOf = [...(schema.allOf as Schema[]), { type: 'null' }];
  delete schema.allOf;
  delete schema.type;
}

/** Whatever stands under `schema` anywhere below; examples hold data, not schemas. */
function* namedSchemas(node: unknown): Generator<{ schema: Schema }> {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    if (name === 'schema') yield { schema: value as Schema };
    else if (name !== 'example' && name !== 'examples') yield* namedSchemas(value);
  }
}
