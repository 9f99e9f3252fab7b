import { Injectable } from '@nestjs/common';
import { ScheduleNotFoundError } from '@fleet/domain/schedules/schedule.errors';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { AuditEntry } from './audit-entry.view';
import { AuditQueries } from './audit.queries';
import { HistoryReader, historyPage } from './history-page';

@Injectable()
export class ListScheduleHistory {
  constructor(private readonly audit: AuditQueries) {}

  /**
   * The latest first; of a schedule that was deleted, too.
   * @param reader who sees addresses with audit:read alone
   * @throws ScheduleNotFoundError
   * @throws InvalidCursorError
   */
  async execute(id: string, page: PageRequest, reader: HistoryReader): Promise<Page<AuditEntry>> {
    const entries = await historyPage(this.audit, { entity: 'Schedule', entityId: id }, page, reader);
    if (!entries) throw new ScheduleNotFoundError();
    return entries;
  }
}
