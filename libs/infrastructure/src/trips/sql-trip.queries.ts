import { Injectable } from '@nestjs/common';
import { Page } from '@fleet/application/shared/page';
import { TripListRequest, TripQueries, TripSort } from '@fleet/application/trips/trip.queries';
import { TripView } from '@fleet/application/trips/trip.view';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { compare } from '@fleet/infrastructure/shared/database/conditions';
import { Condition, keysetPage, Sort } from '@fleet/infrastructure/shared/database/keyset';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';

const SELECT = `SELECT Id AS "id", VehicleId AS "vehicleId", DriverId AS "driverId", Route AS "route",
  StartDate AS "startDate", EndDate AS "endDate", Distance AS "distance", Version AS "version" FROM Trips`;

const SORTS: Record<TripSort, Omit<Sort<TripView>, 'descending'>> = {
  startDate: { column: 'StartDate', field: 'startDate', kind: 'instant' },
};

@Injectable()
export class SqlTripQueries extends TripQueries {
  constructor(private readonly database: ReadDatabase) {
    super();
  }

  async find(id: string, limitedTo?: DriverId): Promise<TripView | null> {
    const [limit] = compare('DriverId', '=', limitedTo);
    const sql = `${SELECT} WHERE Id = ?${limit ? ` AND ${limit.sql}` : ''}`;
    const [row] = await this.database.query<TripView>(sql, [id, ...(limit?.parameters ?? [])]);
    return row ?? null;
  }

  list({ filter, sort, descending, ...page }: TripListRequest): Promise<Page<TripView>> {
    const conditions = [
      ...compare('VehicleId', '=', filter.vehicleId),
      ...compare('DriverId', '=', filter.limitedTo),
      ...compare('DriverId', '=', filter.driverId),
      ...isActive(filter.active),
      ...compare('StartDate', '>=', filter.from),
      ...compare('StartDate', '<', filter.to),
    ];
    const list = { name: 'trips', select: SELECT, conditions, sort: { ...SORTS[sort], descending }, scope: filter };
    return keysetPage(this.database, list, page);
  }
}

/** Written out as the filtered indexes have it: they serve no parameter. */
function isActive(active: boolean | undefined): Condition[] {
  return active === undefined ? [] : [{ sql: `EndDate IS ${active ? '' : 'NOT '}NULL`, parameters: [] }];
}
