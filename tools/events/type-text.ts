import { Schema } from 'ts-json-schema-generator';

/** A schema in the words of the code: `string or null`, `number[]`. */
export function typeText(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  if (schema.anyOf) return schema.anyOf.map((part) => typeText(part as Schema)).join(' or ');
  if (schema.type === 'array') return listText(schema);
  if (schema.type === 'object') return objectText(schema);
  return [schema.type ?? 'anything'].flat().join(' or ');
}

/** The fields of an object with their names, those that may be left out with a question mark. */
export function fieldsOf({
  properties = {},
  required = [],
}: Schema): { name: string; label: string; schema: Schema }[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    label: required.includes(name) ? name : `${name}?`,
    schema: schema as Schema,
  }));
}

function listText({ items }: Schema): string {
  const item = typeText((items ?? {}) as Schema);
  return item.includes(' or ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
}

function objectText(schema: Schema): string {
  const fields = fieldsOf(schema).map(({ label, schema: field }) => `${label}: ${typeText(field)}`);
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
}
