import { Injectable } from '@nestjs/common';
import { DriverListRequest, DriverQueries, DriverSort } from '@fleet/application/drivers/driver.queries';
import { DriverView } from '@fleet/application/drivers/driver.view';
import { Page } from '@fleet/application/shared/page';
import { licenseNumberKey } from '@fleet/domain/drivers/license-number';
import { compare, hasTerms } from '@fleet/infrastructure/shared/database/conditions';
import { keysetPage, Sort } from '@fleet/infrastructure/shared/database/keyset';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';

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
  constructor(private readonly database: ReadDatabase) {
    super();
  }

  async find(id: string): Promise<DriverView | null> {
    const [row] = await this.database.query<DriverRow>(`${SELECT} WHERE Id = ?`, [id]);
    return row ? view(row) : null;
  }

  async list({ filter, sort, descending, ...page }: DriverListRequest): Promise<Page<DriverView>> {
    const { active, available, licenseNumber, q } = filter;
    const conditions = [
      ...compare('Active', '=', active),
      ...compare('Available', '=', available),
      ...compare('LicenseNumberKey', '=', licenseNumber && licenseNumberKey(licenseNumber)),
      ...hasTerms('DriverTerms', 'DriverId', q),
    ];
    const list = { name: 'drivers', select: SELECT, conditions, sort: { ...SORTS[sort], descending }, scope: filter };
    const { items, nextCursor } = await keysetPage(this.database, list, page);
    return { items: items.map(view), nextCursor };
  }
}

function view(row: DriverRow): DriverView {
  return { ...row, active: Boolean(row.active), available: Boolean(row.available) };
}
