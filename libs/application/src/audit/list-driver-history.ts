import { Injectable } from '@nestjs/common';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { isWithin } from '@fleet/application/identity/limited-to';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { AuditEntry } from './audit-entry.view';
import { AuditQueries } from './audit.queries';
import { HistoryReader, historyPage } from './history-page';

@Injectable()
export class ListDriverHistory {
  constructor(private readonly audit: AuditQueries) {}

  /**
   * The latest first; of a driver who was deleted, too.
   * @param reader who may be limited to the one driver whose history they see, and sees addresses with audit:read alone
   * @throws DriverNotFoundError
   * @throws InvalidCursorError
   */
  async execute(id: DriverId, page: PageRequest, reader: HistoryReader): Promise<Page<AuditEntry>> {
    if (!isWithin(reader.limitedTo, id)) throw new DriverNotFoundError();
    const entries = await historyPage(this.audit, { entity: 'Driver', entityId: id }, page, reader);
    if (!entries) throw new DriverNotFoundError();
    return entries;
  }
}
