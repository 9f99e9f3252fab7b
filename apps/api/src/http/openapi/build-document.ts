import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { OperationObject, ResponseObject } from './openapi-types';
import { describeAccess, SECURITY_SCHEMES } from './access-docs';
import { API_VERSION, DESCRIPTION, TAGS, TITLE } from './document-info';
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
  const answers = operationsOf(document).flatMap(([, operation]) => Object.values(operation.responses));
  for (const answer of [...answers, ...Object.values(responses)]) addRequestId(answer as ResponseObject);
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

function addRequestId(answer: ResponseObject): void {
  if ('$ref' in answer) return;
  answer.headers = { ...answer.headers, 'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' } };
}

function sorted<Value>(values: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}
