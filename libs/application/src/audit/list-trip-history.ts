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
   * @param limit the one driver whose trips the caller may see
   * @throws TripNotFoundError
   * @throws InvalidCursorError
   */
  async execute(id: string, page: PageRequest, limit?: DriverId): Promise<Page<AuditEntry>> {
    if (limit !== undefined && (await this.trips.find(id))?.driverId !== limit) throw new TripNotFoundError();
    const entries = await historyPage(this.audit, { entity: 'Trip', entityId: id }, page);
    if (!entries) throw new TripNotFoundError();
    return limit === undefined ? entries : withoutAddresses(entries);
  }
}
