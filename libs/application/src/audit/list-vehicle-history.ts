import { Injectable } from '@nestjs/common';
import { VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { AuditEntry } from './audit-entry.view';
import { AuditQueries } from './audit.queries';
import { HistoryReader, historyPage } from './history-page';

@Injectable()
export class ListVehicleHistory {
  constructor(private readonly audit: AuditQueries) {}

  /**
   * The latest first; of a vehicle that was deleted, too.
   * @param reader who sees addresses with audit:read alone
   * @throws VehicleNotFoundError
   * @throws InvalidCursorError
   */
  async execute(id: string, page: PageRequest, reader: HistoryReader): Promise<Page<AuditEntry>> {
    const entries = await historyPage(this.audit, { entity: 'Vehicle', entityId: id }, page, reader);
    if (!entries) throw new VehicleNotFoundError();
    return entries;
  }
}
