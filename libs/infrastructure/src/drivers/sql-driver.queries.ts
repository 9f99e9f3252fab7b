import { Injectable } from '@nestjs/common';
import { DriverListRequest, DriverQueries, DriverSort } from '@fleet/application/drivers/driver.queries';
import { DriverView } from '@fleet/application/drivers/driver.view';
import { isWithin } from '@fleet/application/identity/limit';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { licenseNumberKey } from '@fleet/domain/drivers/license-number';
import { compare, hasTerms } from '@fleet/infrastructure/shared/database/conditions';
import { keysetPage, Sort } from '@fleet/infrastructure/shared/database/keyset';
import { PrimaryDatabase, ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';

const SELECT = `SELECT Id AS "id", Name AS "name", LicenseNumber AS "licenseNumber", Phone AS "phone",
  Active AS "active", Available AS "available", Version AS "version", CreatedAt AS "createdAt",
  UpdatedAt AS "updatedAt" FROM Drivers`;

/** SQLite has no flags: there they come back as 0 and 1. */
type DriverRow = Omit<DriverView, 'active' | 'available'> & { active: boolean | number; available: boolean | number };

const SORTS: Record<DriverSort, Omit<Sort<DriverRow>, 'descending'>> = {
  createdAt: { column: 'CreatedAt', field: 'createdAt', kind: 'instant' },
};

@Injectable()
export class SqlDriverQueries extends DriverQueries {
  constructor(
    private readonly database: ReadDatabase,
    private readonly primary: PrimaryDatabase,
  ) {
    super();
  }

  async find(id: string, limitedTo?: DriverId): Promise<DriverView | null> {
    if (!isWithin(limitedTo, id)) return null;
    const [row] = await this.database.query<DriverRow>(`${SELECT} WHERE Id = ?`, [id]);
    return row ? view(row) : null;
  }

  async list({ filter, sort, descending, ...page }: DriverListRequest): Promise<Page<DriverView>> {
    const { active, available, licenseNumber, q, limitedTo } = filter;
    const conditions = [
      ...compare('Id', '=', limitedTo),
      ...compare('Active', '=', active),
      ...compare('Available', '=', available),
      ...compare('LicenseNumberKey', '=', licenseNumber && licenseNumberKey(licenseNumber)),
      ...hasTerms('DriverTerms', 'DriverId', q),
    ];
    const list = { name: 'drivers', select: SELECT, conditions, sort: { ...SORTS[sort], descending }, scope: filter };
    return views(await keysetPage(this.database, list, page));
  }

  async listAvailable(page: PageRequest): Promise<Page<DriverView>> {
    const sort = { ...SORTS.createdAt, descending: false };
    const conditions = compare('Available', '=', true);
    const list = { name: 'available drivers', select: SELECT, conditions, sort, scope: null };
    return views(await keysetPage(this.primary, list, page));
  }
}

function views({ items, nextCursor }: Page<DriverRow>): Page<DriverView> {
  return { items: items.map(view), nextCursor };
}

function view(row: DriverRow): DriverView {
  return { ...row, active: Boolean(row.active), available: Boolean(row.available) };
}
