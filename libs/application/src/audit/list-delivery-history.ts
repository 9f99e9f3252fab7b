import { Injectable } from '@nestjs/common';
import { DeliveryNotFoundError } from '@fleet/domain/deliveries/delivery.errors';
import { DeliveryQueries } from '@fleet/application/deliveries/delivery.queries';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { AuditEntry } from './audit-entry.view';
import { AuditQueries } from './audit.queries';
import { HistoryReader, historyPage } from './history-page';

@Injectable()
export class ListDeliveryHistory {
  constructor(
    private readonly audit: AuditQueries,
    private readonly deliveries: DeliveryQueries,
  ) {}

  /**
   * The latest first.
   * @param reader who may be limited to the one driver whose deliveries they see, and sees addresses with audit:read alone
   * @throws DeliveryNotFoundError
   * @throws InvalidCursorError
   */
  async execute(id: string, page: PageRequest, reader: HistoryReader): Promise<Page<AuditEntry>> {
    const { limitedTo } = reader;
    if (limitedTo !== undefined && !(await this.deliveries.find(id, limitedTo))) throw new DeliveryNotFoundError();
    const entries = await historyPage(this.audit, { entity: 'Delivery', entityId: id }, page, reader);
    if (!entries) throw new DeliveryNotFoundError();
    return entries;
  }
}
