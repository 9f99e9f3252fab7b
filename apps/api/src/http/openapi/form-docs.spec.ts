import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Access } from '@fleet/api/http/access/access';
import { buildDocument } from './build-document';
import type { OperationObject, RequestBodyObject, ResponseObject } from './openapi-types';
import { operation } from './operation';

class ProofRequest {
  @ApiProperty({ type: 'string', example: 'Ana' })
  receivedBy: string;

  @ApiPropertyOptional({ type: 'string', nullable: true })
  notes?: string | null;
}

const words = (id: string) => ({ id, summary: 'A summary', description: 'A description.' });
const done = { status: 200, description: 'It is done.' } as const;
const form = {
  fields: ProofRequest,
  files: { signature: { description: 'A signature.', max: 1 }, photos: { description: 'Photos.', max: 5 } },
};

@Controller()
class DocumentedController {
  @Post('either')
  @operation({ ...words('either'), body: { type: ProofRequest, examples: {} }, form, answer: done })
  @Access('public')
  either(): void {}

  @Post('form')
  @operation({ ...words('form'), form, answer: done })
  @Access('public')
  form(): void {}

  @Post('json')
  @operation({ ...words('json'), body: { type: ProofRequest, examples: {} }, answer: done })
  @Access('public')
  json(): void {}

  @Get('file')
  @operation({ ...words('file'), answer: { ...done, mediaTypes: ['image/png', 'image/webp'] } })
  @Access('public')
  file(): void {}
}

@Module({ controllers: [DocumentedController] })
class DocumentedModule {}

let operations: Record<string, OperationObject>;
beforeAll(async () => {
  const app = await NestFactory.create(DocumentedModule, new FastifyAdapter(), { logger: false });
  await app.init();
  const { paths } = buildDocument(app);
  operations = Object.fromEntries(Object.entries(paths).map(([path, at]) => [path.slice(1), (at.post ?? at.get)!]));
  await app.close();
});

const contentOf = (name: string) => (operations[name]!.requestBody as RequestBodyObject).content;
const codesOf = (name: string) => JSON.stringify(operations[name]!.responses);

it('a form has the fields of its class, in the schemas of the document, and files beside them', () => {
  expect(contentOf('form')).toEqual({
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: {
          receivedBy: { type: 'string', examples: ['Ana'] },
          notes: { type: ['string', 'null'] },
          signature: { type: 'string', format: 'binary', description: 'A signature.' },
          photos: {
            type: 'array',
            items: { type: 'string', format: 'binary' },
            maxItems: 5,
            description: 'Photos.',
          },
        },
        required: ['receivedBy'],
        additionalProperties: false,
      },
      encoding: {
        signature: { contentType: 'image/png, image/jpeg, image/webp' },
        photos: { contentType: 'image/png, image/jpeg, image/webp' },
      },
    },
  });
});

it('stands beside JSON where there is a body as well, and nowhere else', () => {
  expect(Object.keys(contentOf('either'))).toEqual(['application/json', 'multipart/form-data']);
  expect(contentOf('either')['multipart/form-data']).toEqual(contentOf('form')['multipart/form-data']);
  expect(Object.keys(contentOf('json'))).toEqual(['application/json']);
  expect(JSON.stringify(operations)).not.toContain('x-form');
});

it('is refused in ways of its own', () => {
  const codes = [
    'MALFORMED_JSON',
    'MALFORMED_REQUEST',
    'REQUEST_TIMEOUT',
    'PAYLOAD_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
  ];
  const met = (name: string) => codes.filter((code) => codesOf(name).includes(code));
  expect(met('either')).toEqual(codes);
  expect(met('form')).toEqual(codes.slice(1));
  expect(met('json')).toEqual(codes.filter((code) => code !== 'MALFORMED_REQUEST'));
  expect(met('file')).toEqual([]);
});

it('a file is an answer of its media types, which is not sent to those who have it', () => {
  const { parameters, responses } = operations.file!;
  const sent = responses[200] as ResponseObject;
  expect(sent.content).toEqual({
    'image/png': { schema: { type: 'string', format: 'binary' } },
    'image/webp': { schema: { type: 'string', format: 'binary' } },
  });
  expect(Object.keys(sent.headers!)).toEqual(expect.arrayContaining(['Content-Disposition', 'ETag', 'X-Request-Id']));
  expect((responses[304] as ResponseObject).content).toBeUndefined();
  expect(parameters).toEqual([expect.objectContaining({ name: 'If-None-Match', in: 'header', required: false })]);
});
