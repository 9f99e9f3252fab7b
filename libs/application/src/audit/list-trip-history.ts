import { Injectable } from '@nestjs/common';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { TripNotFoundError } from '@fleet/domain/trips/trip.errors';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { TripQueries } from '@fleet/application/trips/trip.queries';
import { AuditEntry } from './audit-entry.view';
import { AuditQueries } from './audit.queries';
import { historyPage, withoutAddresses } from './history-page';

@Injectable()
export class ListTripHistory {
  constructor(
    private readonly audit: AuditQueries,
    private readonly trips: TripQueries,
  ) {}

  /**
   * The latest first.
   * @param limitedTo the one driver whose trips the caller may see
   * @throws TripNotFoundError
   * @throws InvalidCursorError
   */
  async execute(id: string, page: PageRequest, limitedTo?: DriverId): Promise<Page<AuditEntry>> {
    if (limitedTo !== undefined && !(await this.trips.find(id, limitedTo))) throw new TripNotFoundError();
    const entries = await historyPage(this.audit, { entity: 'Trip', entityId: id }, page);
    if (!entries) throw new TripNotFoundError();
    return limitedTo === undefined ? entries : withoutAddresses(entries);
  }
}
