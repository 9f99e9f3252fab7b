import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiKeyQueries } from '@fleet/application/identity/api-key.queries';
import { ApiKeyView, NewApiKeyView } from '@fleet/application/identity/api-key.view';
import { CreateApiKey } from '@fleet/application/identity/create-api-key';
import { Principal } from '@fleet/application/identity/principal';
import { RevokeApiKey } from '@fleet/application/identity/revoke-api-key';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { Page } from '@fleet/application/shared/page';
import { ApiKeyNotFoundError } from '@fleet/domain/identity/api-key.errors';
import { Access } from '@fleet/api/http/access/access';
import { Caller } from '@fleet/api/http/access/caller';
import { Uncompressed } from '@fleet/api/http/compression';
import { IfMatch } from '@fleet/api/http/entity-tag';
import { Idempotent } from '@fleet/api/http/idempotency/idempotent';
import { CreatedIn, Versioned } from '@fleet/api/http/resource-answers';
import { ResourceId } from '@fleet/api/http/resource-id';
import { parseSort } from '@fleet/api/http/sort';
import * as docs from './api-keys.docs';
import { CreateApiKeyRequest, ListApiKeysQuery } from './api-keys.dto';

@ApiTags('API keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(
    private readonly keys: ApiKeyQueries,
    private readonly createApiKey: CreateApiKey,
    private readonly revokeApiKey: RevokeApiKey,
  ) {}

  @Get()
  @docs.list
  @Access('api-keys:manage')
  list(@Query() { limit, cursor, sort }: ListApiKeysQuery): Promise<Page<ApiKeyView>> {
    return this.keys.list({ limit, cursor, ...parseSort(sort) });
  }

  @Get(':id')
  @docs.get
  @Access('api-keys:manage')
  @Versioned()
  async get(@ResourceId() id: string): Promise<ApiKeyView> {
    const key = await this.keys.find(id);
    if (!key) throw new ApiKeyNotFoundError();
    return key;
  }

  @Post()
  @docs.create
  @Access('api-keys:manage')
  @Idempotent()
  @Uncompressed()
  @CreatedIn('/api/api-keys')
  @Versioned()
  create(@Caller() { id: createdBy }: Principal, @Body() request: CreateApiKeyRequest): Promise<NewApiKeyView> {
    return this.createApiKey.execute({ createdBy, ...request, expiresAt: request.expiresAt ?? null });
  }

  @Delete(':id')
  @docs.revoke
  @Access('api-keys:manage')
  @HttpCode(204)
  revoke(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<void> {
    return this.revokeApiKey.execute(id, expectedVersion);
  }
}
