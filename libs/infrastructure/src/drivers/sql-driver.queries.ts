import { Injectable } from '@nestjs/common';
import {
  DriverListRequest,
  DriverQueries,
  DriverSort,
  FreeDriversRequest,
} from '@fleet/application/drivers/driver.queries';
import { DriverView } from '@fleet/application/drivers/driver.view';
import { isWithin } from '@fleet/application/identity/limited-to';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { compare, queryWords } from '@fleet/infrastructure/shared/database/conditions';
import { isNotHeld } from '@fleet/infrastructure/shared/database/held-slots';
import { keysetPage, Sort } from '@fleet/infrastructure/shared/database/keyset';
import { PrimaryDatabase, ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { hasTerms } from '@fleet/infrastructure/shared/database/uneven-filters';
import { unevenPage } from '@fleet/infrastructure/shared/database/uneven-page';
import { DriverSeals } from './driver-seals';
import { DriverTerms } from './driver-terms';

const SELECT = `SELECT Id AS "id", Name AS "name", LicenseNumber AS "licenseNumber", Phone AS "phone",
  Active AS "active", Available AS "available", ErasedAt AS "erasedAt", Version AS "version",
  CreatedAt AS "createdAt", UpdatedAt AS "updatedAt" FROM Drivers`;

/** What is the driver's own is sealed. SQLite has no flags: there they come back as 0 and 1. */
type DriverRow = Omit<DriverView, 'active' | 'available'> & { active: boolean | number; available: boolean | number };

const SORTS: Record<DriverSort, Omit<Sort<DriverRow>, 'descending'>> = {
  createdAt: { column: 'CreatedAt', field: 'createdAt', kind: 'instant' },
};

@Injectable()
export class SqlDriverQueries extends DriverQueries {
  constructor(
    private readonly database: ReadDatabase,
    private readonly primary: PrimaryDatabase,
    private readonly seals: DriverSeals,
    private readonly terms: DriverTerms,
  ) {
    super();
  }

  async find(id: string, limitedTo?: DriverId): Promise<DriverView | null> {
    if (!isWithin(limitedTo, id)) return null;
    const [row] = await this.database.query<DriverRow>(`${SELECT} WHERE Id = ?`, [id]);
    return row ? this.view(row) : null;
  }

  async list({ filter, sort, descending, ...page }: DriverListRequest): Promise<Page<DriverView>> {
    const { active, available, licenseNumber, q, limitedTo } = filter;
    const conditions = [
      ...compare('Id', '=', limitedTo),
      ...compare('Active', '=', active),
      ...compare('Available', '=', available),
      ...compare('LicenseNumberKey', '=', licenseNumber && this.seals.licenseNumberKey(licenseNumber)),
    ];
    const words = hasTerms('Drivers', 'DriverTerms', 'DriverId', this.terms.ofQuery(queryWords(q)));
    const list = { name: 'drivers', select: SELECT, conditions, sort: { ...SORTS[sort], descending }, scope: filter };
    return this.views(await unevenPage(this.database, 'Drivers', list, words, page));
  }

  async listAvailable(page: PageRequest): Promise<Page<DriverView>> {
    const sort = { ...SORTS.createdAt, descending: false };
    const conditions = compare('Available', '=', true);
    const list = { name: 'available drivers', select: SELECT, conditions, sort, scope: null };
    return this.views(await keysetPage(this.primary, list, page));
  }

  async listFree({ slot, withBusy, ...page }: FreeDriversRequest): Promise<Page<DriverView>> {
    const conditions = [...compare(withBusy ? 'Active' : 'Available', '=', true), isNotHeld('Drivers', slot)];
    const sort = { ...SORTS.createdAt, descending: false };
    const list = { name: 'free drivers', select: SELECT, conditions, sort, scope: slot };
    return this.views(await keysetPage(this.database, list, page));
  }

  private views({ items, nextCursor }: Page<DriverRow>): Page<DriverView> {
    return { items: items.map((row) => this.view(row)), nextCursor };
  }

  private view(row: DriverRow): DriverView {
    const { id } = row;
    return {
      ...row,
      name: this.seals.open(id, 'name', row.name),
      licenseNumber: this.seals.open(id, 'licenseNumber', row.licenseNumber),
      phone: this.seals.open(id, 'phone', row.phone),
      active: Boolean(row.active),
      available: Boolean(row.available),
    };
  }
}
