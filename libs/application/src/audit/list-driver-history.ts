import { Injectable } from '@nestjs/common';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { isWithin } from '@fleet/application/identity/limited-to';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { AuditEntry } from './audit-entry.view';
import { AuditQueries } from './audit.queries';
import { historyPage, withoutAddresses } from './history-page';

@Injectable()
export class ListDriverHistory {
  constructor(private readonly audit: AuditQueries) {}

  /**
   * The latest first; of a driver who was deleted, too.
   * @param limitedTo the one driver whose history the caller may see
   * @throws DriverNotFoundError
   * @throws InvalidCursorError
   */
  async execute(id: DriverId, page: PageRequest, limitedTo?: DriverId): Promise<Page<AuditEntry>> {
    if (!isWithin(limitedTo, id)) throw new DriverNotFoundError();
    const entries = await historyPage(this.audit, { entity: 'Driver', entityId: id }, page);
    if (!entries) throw new DriverNotFoundError();
    return limitedTo === undefined ? entries : withoutAddresses(entries);
  }
}
