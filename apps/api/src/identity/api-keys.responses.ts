import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ApiKeyView, NewApiKeyView } from '@fleet/application/identity/api-key.view';
import { Permission, SCOPES } from '@fleet/domain/identity/permissions';
import { EXAMPLE_API_KEYS } from '@fleet/api/http/openapi/example-accounts';
import { pageOf } from '@fleet/api/http/openapi/page.response';
import { id, instant, version } from '@fleet/api/http/openapi/value-schemas';

const EXAMPLE = EXAMPLE_API_KEYS.reader;
const maybeInstant = { ...instant, nullable: true, example: null };

@ApiSchema({
  name: 'ApiKey',
  description: 'What a service calls with instead of signing in; the key itself is not here.',
})
export class ApiKeyResponse implements ApiKeyView {
  @ApiProperty({ ...id, description: 'The identity, which never changes.', example: EXAMPLE.id })
  id: string;

  @ApiProperty({ type: 'string', minLength: 1, maxLength: 100, description: 'What it is for.', example: EXAMPLE.name })
  name: string;

  @ApiProperty({
    type: 'string',
    minLength: 12,
    maxLength: 12,
    description: 'What the key begins with, to tell keys apart.',
    example: EXAMPLE.prefix,
  })
  prefix: string;

  @ApiProperty({ enum: SCOPES, isArray: true, description: 'What it may be used for.', example: EXAMPLE.scopes })
  scopes: Permission[];

  @ApiProperty({ ...maybeInstant, description: 'When it stops working; null for never.' })
  expiresAt: string | null;

  @ApiProperty({ ...maybeInstant, description: 'When it was revoked; null while it was not.' })
  revokedAt: string | null;

  @ApiProperty({ ...maybeInstant, description: 'When it was last used, to the minute or so; null for never.' })
  lastUsedAt: string | null;

  @ApiProperty({ ...id, description: 'The id of the user who created it.', example: EXAMPLE.createdBy })
  createdBy: string;

  @ApiProperty(version)
  version: number;

  @ApiProperty({ ...instant, description: 'When the key was created.', example: EXAMPLE.createdAt })
  createdAt: string;

  @ApiProperty({ ...instant, description: 'When the key was last changed.', example: EXAMPLE.updatedAt })
  updatedAt: string;
}

/** Nobody has it. */
export const EXAMPLE_KEY = 'fm_live_Qx3v0tK7dVn2m-Yb4sRzC8hQfLw1uXo5eJgAaPp_3i61f8ll5h';

@ApiSchema({
  name: 'NewApiKey',
  description: 'An API key as it was created, with the key, which no other answer shows.',
})
export class NewApiKeyResponse extends ApiKeyResponse implements NewApiKeyView {
  @ApiProperty({
    type: 'string',
    pattern: '^fm_live_[A-Za-z0-9_-]{43}[0-9a-z]{7}$',
    description: 'The key. Send it with every call as `X-Api-Key`. Only a repeat of this request shows it again.',
    example: EXAMPLE_KEY,
  })
  key: string;
}

export const ApiKeyPage = pageOf(ApiKeyResponse, 'ApiKeyPage', 'API keys');
