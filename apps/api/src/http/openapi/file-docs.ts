import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { HeadersObject } from './openapi-types';

/** An answer that is a file, as `sendFile` sends it. */
export interface FileAnswer {
  readonly status: 200;
  readonly description: string;
  /** What it may be. */
  readonly mediaTypes: readonly string[];
}

const ETAG: HeadersObject = {
  ETag: {
    description: 'Stands for the content of the file, which never changes; for `If-None-Match`.',
    schema: { type: 'string', pattern: '^"[0-9a-f]{64}"$' },
  },
};

const DISPOSITION: HeadersObject = {
  'Content-Disposition': {
    description: 'What the file is called when it is saved.',
    schema: { type: 'string', pattern: '^attachment; filename="[\\w.-]+"$' },
    example: 'attachment; filename="signature.png"',
  },
};

/** Documents a file, and that whoever has it need not be sent it again. */
export function answersWithFile({ status, description, mediaTypes }: FileAnswer): MethodDecorator {
  const content = { schema: { type: 'string', format: 'binary' } };
  return applyDecorators(
    ApiHeader({
      name: 'If-None-Match',
      description: 'The `ETag` of an earlier answer: 304 when the client has the file already.',
      required: false,
      schema: { type: 'string', example: '"0"' },
    }),
    ApiResponse({
      status,
      description,
      headers: { ...DISPOSITION, ...ETAG },
      content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, content])),
    }),
    ApiResponse({ status: 304, description: 'The client has the file already. No body.', headers: ETAG }),
  );
}
