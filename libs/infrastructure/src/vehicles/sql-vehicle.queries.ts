import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Page, PageRequest } from '@fleet/application/shared/page';
import {
  DueVehicle,
  DueVehiclesRequest,
  FreeVehiclesRequest,
  VehicleListRequest,
  VehicleQueries,
  VehicleSort,
} from '@fleet/application/vehicles/vehicle.queries';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { beginsWith, compare } from '@fleet/infrastructure/shared/database/conditions';
import { isNotHeld } from '@fleet/infrastructure/shared/database/held-slots';
import { keysetPage, Sort } from '@fleet/infrastructure/shared/database/keyset';
import { PrimaryDatabase, ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { hasWords, isInRange } from '@fleet/infrastructure/shared/database/uneven-filters';
import { unevenPage } from '@fleet/infrastructure/shared/database/uneven-page';
import { drivableBy, freeStatuses } from './drivable-vehicles';

const SELECT = `SELECT Id AS "id", Plate AS "plate", Model AS "model", Year AS "year", Mileage AS "mileage",
  LastMaintenanceDate AS "lastMaintenanceDate", NextMaintenanceDate AS "nextMaintenanceDate", Status AS "status",
  Version AS "version", CreatedAt AS "createdAt", UpdatedAt AS "updatedAt" FROM Vehicles`;

const SELECT_DUE = `SELECT Id AS "id", Plate AS "plate", NextMaintenanceDate AS "nextMaintenanceDate" FROM Vehicles`;

/** Few enough that whoever works through them holds up the event loop for a few milliseconds. */
const STREAM_BATCH = 100;

const SORTS: Record<VehicleSort, Omit<Sort<VehicleView>, 'descending'>> = {
  plate: { column: 'Plate', field: 'plate', kind: 'text' },
  createdAt: { column: 'CreatedAt', field: 'createdAt', kind: 'instant' },
  mileage: { column: 'Mileage', field: 'mileage', kind: 'number' },
  nextMaintenanceDate: { column: 'NextMaintenanceDate', field: 'nextMaintenanceDate', kind: 'instant' },
};

const SOONEST = {
  column: 'NextMaintenanceDate',
  field: 'nextMaintenanceDate',
  kind: 'instant',
  descending: false,
} as const;

@Injectable()
export class SqlVehicleQueries extends VehicleQueries {
  constructor(
    private readonly database: ReadDatabase,
    private readonly primary: PrimaryDatabase,
  ) {
    super();
  }

  async find(id: string, limitedTo?: DriverId): Promise<VehicleView | null> {
    const limits = limitedTo === undefined ? [] : drivableBy(limitedTo);
    const limit = limits.length > 0 ? ` AND (${limits.map(({ sql }) => `(${sql})`).join(' OR ')})` : '';
    const parameters = [id, ...limits.flatMap((one) => one.parameters)];
    const [row] = await this.database.query<VehicleView>(`${SELECT} WHERE Id = ?${limit}`, parameters);
    return row ?? null;
  }

  list({ filter, sort, descending, ...page }: VehicleListRequest): Promise<Page<VehicleView>> {
    const ranges = {
      Plate: beginsWith('Plate', filter.plate?.toUpperCase()),
      NextMaintenanceDate: compare('NextMaintenanceDate', '<', filter.maintenanceDueBefore),
    };
    const { column } = SORTS[sort];
    const conditions = [
      ...compare('Status', '=', filter.status),
      // The column that the list is sorted by has an index in its order.
      ...(column === 'Plate' || column === 'NextMaintenanceDate' ? ranges[column] : []),
    ];
    const uneven = [
      ...Object.entries(ranges).flatMap(([name, range]) => (name === column ? [] : isInRange('Vehicles', name, range))),
      ...hasWords('Vehicles', 'VehicleTerms', 'VehicleId', filter.q),
    ];
    const alternatives = filter.limitedTo === undefined ? undefined : drivableBy(filter.limitedTo);
    const order = { ...SORTS[sort], descending };
    const list = { name: 'vehicles', select: SELECT, conditions, alternatives, sort: order, scope: filter };
    return unevenPage(this.database, 'Vehicles', list, uneven, page);
  }

  listAvailable(page: PageRequest): Promise<Page<VehicleView>> {
    const sort = { ...SORTS.plate, descending: false };
    const conditions = compare('Status', '=', 'Available');
    const list = { name: 'available vehicles', select: SELECT, conditions, sort, scope: null };
    return keysetPage(this.primary, list, page);
  }

  listFree({ slot, withBusy, limitedTo, ...page }: FreeVehiclesRequest): Promise<Page<VehicleView>> {
    const list = {
      name: 'free vehicles',
      select: SELECT,
      conditions: [isNotHeld('Vehicles', slot)],
      alternatives: freeStatuses(withBusy, limitedTo),
      sort: { ...SORTS.plate, descending: false },
      scope: [slot, limitedTo],
    };
    return keysetPage(this.database, list, page);
  }

  listDue({ until, days, ...page }: DueVehiclesRequest): Promise<Page<VehicleView>> {
    const list = {
      name: 'vehicles due',
      select: SELECT,
      conditions: compare('NextMaintenanceDate', '<=', until),
      sort: SOONEST,
      scope: days,
    };
    return keysetPage(this.database, list, page);
  }

  async *streamDue(until: Date): AsyncGenerator<DueVehicle> {
    const list = {
      name: 'stream of vehicles due',
      select: SELECT_DUE,
      conditions: compare('NextMaintenanceDate', '<=', until),
      sort: SOONEST,
      scope: null,
    };
    let cursor: string | undefined;
    do {
      const page: Page<DueVehicle> = await keysetPage<DueVehicle>(this.database, list, { limit: STREAM_BATCH, cursor });
      yield* page.items;
      cursor = page.nextCursor ?? undefined;
      // The embedded engine answers at once, so without this the whole stream would be one turn of the event loop.
      await nextTurn();
    } while (cursor);
  }
}
