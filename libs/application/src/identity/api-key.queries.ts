import { ApiKeyId } from '@fleet/domain/identity/api-key-id';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { ApiKeyView } from './api-key.view';

export const API_KEY_SORTS = ['createdAt'] as const;
export type ApiKeySort = (typeof API_KEY_SORTS)[number];

export interface ApiKeyListRequest extends PageRequest {
  readonly sort: ApiKeySort;
  readonly descending: boolean;
}

/** The read side of API keys, revoked and expired ones included. */
export abstract class ApiKeyQueries {
  abstract find(id: ApiKeyId): Promise<ApiKeyView | null>;

  /** @throws InvalidCursorError */
  abstract list(request: ApiKeyListRequest): Promise<Page<ApiKeyView>>;
}
