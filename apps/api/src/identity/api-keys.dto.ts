import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsIn, IsOptional, IsString } from 'class-validator';
import { API_KEY_SORTS, ApiKeySort } from '@fleet/application/identity/api-key.queries';
import { API_KEY_NAME_MAX_LENGTH } from '@fleet/domain/identity/api-key';
import { Permission, SCOPES } from '@fleet/domain/identity/permissions';
import { IsInstant } from '@fleet/api/http/fields';
import { givenInstant, GIVEN_INSTANT_NOTE, text } from '@fleet/api/http/openapi/value-schemas';
import { PageQuery } from '@fleet/api/http/page.query';
import { sortValues } from '@fleet/api/http/sort';

/** What an API key is created with. */
export class CreateApiKeyRequest {
  @ApiProperty({
    ...text(API_KEY_NAME_MAX_LENGTH),
    description: 'What the key is for: 1 to 100 characters.',
    example: 'Route planner',
  })
  @IsString()
  name: string;

  @ApiProperty({
    enum: SCOPES,
    isArray: true,
    minItems: 1,
    uniqueItems: true,
    description: 'The permissions that the key gives, at least one, each once.',
    example: ['vehicles:read', 'trips:start'],
  })
  @IsArray({ message: 'must be a list' })
  @IsIn(SCOPES, { each: true, message: `must be of: ${SCOPES.join(', ')}` })
  scopes: Permission[];

  @ApiPropertyOptional({
    ...givenInstant,
    description: `When the key stops working, in the future; never when it is left out. ${GIVEN_INSTANT_NOTE}`,
    example: '2099-12-31T00:00:00.000Z',
  })
  @IsOptional()
  @IsInstant()
  expiresAt?: Date;
}

export class ListApiKeysQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: sortValues(API_KEY_SORTS),
    default: 'createdAt',
    description: 'The order of the list; a leading `-` turns it round.',
  })
  @IsOptional()
  @IsIn(sortValues(API_KEY_SORTS))
  sort: ApiKeySort | `-${ApiKeySort}` = 'createdAt';
}
