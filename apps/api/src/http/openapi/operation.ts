import { applyDecorators, Type } from '@nestjs/common';
import { ApiBody, ApiExtension, ApiHeader, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { answersWithFile, FileAnswer } from './file-docs';
import { FormDocs, takesForm } from './form-docs';
import type { SchemaObject } from './openapi-types';
import { PROBLEM_CODES } from './problem-answers';
import { ProblemCode } from './problem-table';
import { id as uuid } from './value-schemas';

export interface OperationDocs {
  /** Stable: clients are generated with it. */
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  /** The `{id}` of the path: of what it is, such as `the vehicle`, and one that the demo fleet has. */
  readonly pathId?: { readonly of: string; readonly example: string };
  /** Which header may name versions: one to change the resource by, or one not to be sent it again. */
  readonly condition?: 'If-Match' | 'If-None-Match';
  readonly body?: { readonly type: Type; readonly examples: Examples };
  /** A form that is taken as well as the body, or alone where there is none. */
  readonly form?: FormDocs;
  readonly answer: Answer | FileAnswer;
  /** What this operation refuses by its own rules; what its shape implies is added to every operation. */
  readonly problems?: readonly ProblemCode[];
}

/** A success. */
export interface Answer {
  readonly status: 200 | 201 | 204;
  readonly description: string;
  readonly type?: Type;
  readonly example?: unknown;
  readonly headers?: readonly ('ETag' | 'Location')[];
}

/** Requests that succeed on the demo fleet as they stand; the first one is what the API explorer offers. */
export type Examples = Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;

/** Documents an operation: `@docs.list` above the handler, with the words in the feature's `*.docs.ts`. */
export function operation(docs: OperationDocs): MethodDecorator {
  const { id, summary, description, answer, problems = [] } = docs;
  return applyDecorators(
    ApiOperation({ operationId: id, summary, description }),
    ...(docs.pathId ? [pathId(docs.pathId)] : []),
    ...(docs.condition ? [CONDITIONS[docs.condition]] : []),
    ...(docs.body ? [ApiBody({ type: docs.body.type, examples: { ...docs.body.examples } })] : []),
    ...(docs.form ? [takesForm(docs.form)] : []),
    'mediaTypes' in answer ? answersWithFile(answer) : success(answer),
    ApiExtension(PROBLEM_CODES, problems),
  );
}

function pathId({ of, example }: { of: string; example: string }): MethodDecorator {
  return partId('id', of, example);
}

/** Another id of the path, of something that is part of the resource. */
export function partId(name: string, of: string, example: string): MethodDecorator {
  return ApiParam({ name, description: `The id of ${of}.`, schema: { ...uuid, example } });
}

function success({ status, description, type, example, headers = [] }: Answer): MethodDecorator {
  return ApiResponse({
    status,
    description,
    headers: Object.fromEntries(headers.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    ...(type && { type, examples: { answer: { summary: description, value: example } } }),
  });
}

const ENTITY_TAG = String.raw`(?:W/)?"[!#-~]*"`;
const ENTITY_TAGS = String.raw`^${ENTITY_TAG}(?:\s*,\s*${ENTITY_TAG})*$`;

const CONDITIONS = {
  'If-Match': ApiHeader({
    name: 'If-Match',
    description:
      'The version that the change is made for, as the `ETag` of an earlier answer, such as `"3"`; when the present one ' +
      'is another, nothing changes and the answer is 412. Left out or `*`, the change is made whatever the version.',
    required: false,
    schema: { anyOf: [{ const: '*' }, { type: 'string', pattern: ENTITY_TAGS }], example: '*' } as SchemaObject,
  }),
  'If-None-Match': applyDecorators(
    ApiHeader({
      name: 'If-None-Match',
      description:
        'The version that the client already has, as the `ETag` of an earlier answer: 304 when it is current.',
      required: false,
      schema: { type: 'string', example: '"3"' },
    }),
    ApiResponse({
      status: 304,
      description: 'The version that `If-None-Match` names is current. No body.',
      headers: { ETag: { $ref: '#/components/headers/ETag' } },
    }),
  ),
} as const;
