import { EXAMPLE_API_KEYS } from '@fleet/api/http/openapi/example-accounts';
import { operation } from '@fleet/api/http/openapi/operation';
import { CreateApiKeyRequest } from './api-keys.dto';
import { ApiKeyPage, ApiKeyResponse, EXAMPLE_KEY, NewApiKeyResponse } from './api-keys.responses';

const { reader, toRevoke } = EXAMPLE_API_KEYS;

export const list = operation({
  id: 'listApiKeys',
  summary: 'List API keys',
  description: 'All keys, page by page, those created first in front; revoked and expired ones too.',
  answer: {
    status: 200,
    description: 'A page of API keys.',
    type: ApiKeyPage,
    example: { items: [reader, toRevoke], nextCursor: null },
  },
});

export const get = operation({
  id: 'getApiKey',
  summary: 'Get an API key',
  description: 'What is known of one key. The key itself is not.',
  pathId: { of: 'the API key', example: reader.id },
  condition: 'If-None-Match',
  answer: { status: 200, description: 'The API key.', type: ApiKeyResponse, example: reader, headers: ['ETag'] },
  problems: ['API_KEY_NOT_FOUND'],
});

const NEW = { name: 'Route planner', scopes: ['vehicles:read', 'trips:start'] };

export const create = operation({
  id: 'createApiKey',
  summary: 'Create an API key',
  description:
    'Lets a service call without signing in. The key is shown in this answer alone; a repeat with the same ' +
    '`Idempotency-Key` within 24 hours shows it again.',
  body: {
    type: CreateApiKeyRequest,
    examples: {
      new: { summary: 'A key for one purpose', value: NEW },
      expiring: { summary: 'A key that expires', value: { ...NEW, expiresAt: '2099-12-31T00:00:00.000Z' } },
    },
  },
  answer: {
    status: 201,
    description: 'The API key, with the key itself.',
    type: NewApiKeyResponse,
    example: { ...reader, ...NEW, key: EXAMPLE_KEY },
    headers: ['ETag', 'Location'],
  },
});

export const revoke = operation({
  id: 'revokeApiKey',
  summary: 'Revoke an API key',
  description: 'Ends a key for good; it stays in the list. One that was revoked stays so.',
  pathId: { of: 'the API key', example: toRevoke.id },
  condition: 'If-Match',
  answer: { status: 204, description: 'The key is good for nothing any more. No body.' },
  problems: ['API_KEY_NOT_FOUND'],
});
