import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { OperationObject, ResponseObject } from './openapi-types';
import { describeAccess, SECURITY_SCHEMES } from './access-docs';
import { API_VERSION, DESCRIPTION, TAGS, TITLE } from './document-info';
import { describeForm } from './form-docs';
import { HEADERS } from './headers';
import { arrangeParameters } from './parameters';
import { ProblemAnswers } from './problem-answers';
import { ProblemResponse } from './problem.response';
import { describeReplays } from './replays';
import { useJsonSchema } from './schema-dialect';

/** Describes every operation of the application, which need not listen. */
export function buildDocument(app: INestApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, base(), { extraModels: [ProblemResponse] });
  const problems = new ProblemAnswers();
  for (const [method, operation] of operationsOf(document)) {
    describeAccess(operation);
    describeForm(operation, document.components?.schemas);
    problems.addTo(method, operation);
    describeReplays(operation);
    arrangeParameters(operation);
  }
  const { examples, responses } = problems.components;
  document.paths = sorted(document.paths);
  document.components = {
    examples: sorted(examples),
    headers: HEADERS,
    responses: sorted(responses),
    schemas: sorted(document.components?.schemas ?? {}),
    securitySchemes: SECURITY_SCHEMES,
  };
  for (const [, operation] of operationsOf(document)) {
    const isCounted = '429' in operation.responses;
    for (const answer of Object.values(operation.responses)) addHeaders(answer as ResponseObject, isCounted);
  }
  // Operations that are not counted have these too: there the headers are missing, as they say.
  for (const answer of Object.values(responses)) addHeaders(answer as ResponseObject, true);
  useJsonSchema(document);
  return document;
}

/** Every operation with its method, in lower case. */
export function operationsOf(document: Pick<OpenAPIObject, 'paths'>): [string, OperationObject][] {
  return Object.values(document.paths).flatMap((path) => Object.entries(path) as [string, OperationObject][]);
}

function base(): Omit<OpenAPIObject, 'paths'> {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(TITLE)
    .setDescription(DESCRIPTION)
    .setVersion(API_VERSION)
    .addServer('/', 'This server');
  for (const [name, description] of TAGS) builder.addTag(name, description);
  return { ...builder.build(), security: [] };
}

function addHeaders(answer: ResponseObject, isCounted: boolean): void {
  if ('$ref' in answer) return;
  const names = [...(isCounted ? ['RateLimit', 'RateLimit-Policy'] : []), 'X-Request-Id'];
  const added = names.map((name) => [name, { $ref: `#/components/headers/${name}` }] as const);
  answer.headers = { ...answer.headers, ...Object.fromEntries(added) };
}

function sorted<Value>(values: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}
