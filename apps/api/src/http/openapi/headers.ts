import type { HeadersObject, SchemaObject } from './openapi-types';

/** The headers of answers, which the answers point at. */
export const HEADERS: HeadersObject = {
  ETag: {
    description: 'The version of the resource, for `If-Match` and `If-None-Match`.',
    schema: { type: 'string', pattern: '^"[1-9][0-9]*"$' },
    example: '"3"',
  },
  'Idempotency-Replayed': {
    description: 'Whether this is the answer to an earlier request with the same `Idempotency-Key`; missing if not.',
    schema: { const: 'true' } as SchemaObject,
    example: 'true',
  },
  Location: {
    description: 'The path of what was created.',
    schema: { type: 'string', pattern: '^/api/' },
    example: '/api/vehicles/0198b8a0-0000-7000-8000-a00000000001',
  },
  RateLimit: {
    description:
      'How many requests may still pass now (`r`), and after how many seconds there is room for more (`t`); missing where ' +
      'the request was not counted.',
    schema: { type: 'string', pattern: '^"[a-z]+";r=[0-9]+;t=[0-9]+$' },
    example: '"default";r=37;t=4',
  },
  'RateLimit-Policy': {
    description:
      'The limit that counts: so many requests (`q`) in any stretch of so many seconds (`w`); missing where the request ' +
      'was not counted.',
    schema: { type: 'string', pattern: '^"[a-z]+";q=[0-9]+;w=[0-9]+$' },
    example: '"default";q=100;w=10',
  },
  'Retry-After': {
    description: 'After how many seconds it is worth asking again.',
    schema: { type: 'integer', minimum: 0 },
    example: 1,
  },
  'WWW-Authenticate': {
    description: 'How to sign in; with `error="invalid_token"` when what was sent is no good.',
    schema: { type: 'string', pattern: '^Bearer realm=' },
    example: 'Bearer realm="FleetManager", error="invalid_token"',
  },
  'X-Request-Id': {
    description: "The request's id: the client's own, if it sent a usable one, else a new one.",
    schema: { type: 'string', pattern: '^[A-Za-z0-9_.-]{1,64}$' },
    example: '0198b8a0-2f6a-7c1e-9d43-5a7e0c1b2d3f',
  },
};
