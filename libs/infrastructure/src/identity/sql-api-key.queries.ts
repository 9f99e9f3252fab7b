import { Injectable } from '@nestjs/common';
import { ApiKeyListRequest, ApiKeyQueries, ApiKeySort } from '@fleet/application/identity/api-key.queries';
import { ApiKeyView } from '@fleet/application/identity/api-key.view';
import { Page } from '@fleet/application/shared/page';
import { Permission } from '@fleet/domain/identity/permissions';
import { keysetPage, Sort } from '@fleet/infrastructure/shared/database/keyset';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';

const SELECT = `SELECT Id AS "id", Name AS "name", Prefix AS "prefix", Scopes AS "scopes", ExpiresAt AS "expiresAt",
  RevokedAt AS "revokedAt", LastUsedAt AS "lastUsedAt", CreatedBy AS "createdById", Version AS "version",
  CreatedAt AS "createdAt", UpdatedAt AS "updatedAt" FROM ApiKeys`;

/** Named as an id, so that the reader knows it for one. */
type ApiKeyRow = Omit<ApiKeyView, 'scopes' | 'createdBy'> & { readonly scopes: string; readonly createdById: string };

const SORTS: Record<ApiKeySort, Omit<Sort<ApiKeyRow>, 'descending'>> = {
  createdAt: { column: 'CreatedAt', field: 'createdAt', kind: 'instant' },
};

@Injectable()
export class SqlApiKeyQueries extends ApiKeyQueries {
  constructor(private readonly database: ReadDatabase) {
    super();
  }

  async find(id: string): Promise<ApiKeyView | null> {
    const [row] = await this.database.query<ApiKeyRow>(`${SELECT} WHERE Id = ?`, [id]);
    return row ? view(row) : null;
  }

  async list({ sort, descending, ...page }: ApiKeyListRequest): Promise<Page<ApiKeyView>> {
    const list = {
      name: 'api keys',
      select: SELECT,
      conditions: [],
      sort: { ...SORTS[sort], descending },
      scope: null,
    };
    const { items, nextCursor } = await keysetPage<ApiKeyRow>(this.database, list, page);
    return { items: items.map(view), nextCursor };
  }
}

function view({ scopes, createdById: createdBy, ...row }: ApiKeyRow): ApiKeyView {
  return { ...row, scopes: JSON.parse(scopes) as Permission[], createdBy };
}
