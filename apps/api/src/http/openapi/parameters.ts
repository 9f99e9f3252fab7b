import type { OperationObject, ParameterObject, SchemaObject } from './openapi-types';

/** What every list has in common comes after what is its own. */
const LAST = ['sort', 'limit', 'cursor'];

/** Puts the parameters of an operation into the order in which people look for them. */
export function arrangeParameters(operation: OperationObject): void {
  const parameters = (operation.parameters ?? []) as ParameterObject[];
  for (const parameter of parameters) arrange(parameter);
  operation.parameters = parameters.sort((a, b) => LAST.indexOf(a.name) - LAST.indexOf(b.name));
}

function arrange(parameter: ParameterObject): void {
  const schema = (parameter.schema ?? {}) as SchemaObject;
  if (parameter.required) {
    // Explorers fill in what stands here. Elsewhere they must not: the examples of all filters together find nothing.
    parameter.example = schema.example as unknown;
    delete schema.example;
  } else if (parameter.in === 'query' && schema.example !== undefined) {
    parameter.description += ` For example \`${schema.example}\`.`;
  }
  // Blank query parameters count as missing.
  if (parameter.in === 'query') parameter.allowEmptyValue = true;
}
