import type { OpenAPIObject } from '@nestjs/swagger';

// The parts of a document, which Nest names in files that it does not export.

type Reference = { $ref: string };
type Values<Collection> = NonNullable<Collection>[keyof NonNullable<Collection>];

export type ComponentsObject = NonNullable<OpenAPIObject['components']>;
export type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type ParameterObject = Exclude<NonNullable<OperationObject['parameters']>[number], Reference>;
export type RequestBodyObject = Exclude<NonNullable<OperationObject['requestBody']>, Reference>;
export type ResponseObject = Exclude<NonNullable<Values<ComponentsObject['responses']>>, Reference>;
export type MediaTypeObject = Values<ResponseObject['content']>;
export type SchemaObject = Exclude<Values<ComponentsObject['schemas']>, Reference>;
export type HeadersObject = NonNullable<ResponseObject['headers']>;
