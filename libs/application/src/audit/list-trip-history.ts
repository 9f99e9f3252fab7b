import { Injectable } from '@nestjs/common';
import { TripNotFoundError } from '@fleet/domain/trips/trip.errors';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { TripQueries } from '@fleet/application/trips/trip.queries';
import { AuditEntry } from './audit-entry.view';
import { AuditQueries } from './audit.queries';
import { HistoryReader, historyPage } from './history-page';

@Injectable()
export class ListTripHistory {
  constructor(
    private readonly audit: AuditQueries,
    private readonly trips: TripQueries,
  ) {}

  /**
   * The latest first.
   * @param reader who may be limited to the one driver whose trips they see, and sees addresses with audit:read alone
   * @throws TripNotFoundError
   * @throws InvalidCursorError
   */
  async execute(id: string, page: PageRequest, reader: HistoryReader): Promise<Page<AuditEntry>> {
    if (reader.limitedTo !== undefined && !(await this.trips.find(id, reader.limitedTo))) throw new TripNotFoundError();
    const entries = await historyPage(this.audit, { entity: 'Trip', entityId: id }, page, reader);
    if (!entries) throw new TripNotFoundError();
    return entries;
  }
}
