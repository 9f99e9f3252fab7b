import { Injectable } from '@nestjs/common';
import { RouteNotFoundError } from '@fleet/domain/routes/route.errors';
import { RouteQueries } from '@fleet/application/routes/route.queries';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { AuditEntry } from './audit-entry.view';
import { AuditQueries } from './audit.queries';
import { HistoryReader, historyPage } from './history-page';

@Injectable()
export class ListRouteHistory {
  constructor(
    private readonly audit: AuditQueries,
    private readonly routes: RouteQueries,
  ) {}

  /**
   * The latest first.
   * @param reader who may be limited to the one driver whose routes they see, and sees addresses with audit:read alone
   * @throws RouteNotFoundError
   * @throws InvalidCursorError
   */
  async execute(id: string, page: PageRequest, reader: HistoryReader): Promise<Page<AuditEntry>> {
    if (reader.limitedTo !== undefined && !(await this.routes.find(id, reader.limitedTo))) {
      throw new RouteNotFoundError();
    }
    const entries = await historyPage(this.audit, { entity: 'Route', entityId: id }, page, reader);
    if (!entries) throw new RouteNotFoundError();
    return entries;
  }
}
