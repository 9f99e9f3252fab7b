import { Injectable } from '@nestjs/common';
import { MaintenanceRecordView } from '@fleet/application/maintenance/maintenance-record.view';
import { MaintenanceListRequest, MaintenanceQueries } from '@fleet/application/maintenance/maintenance.queries';
import { Page } from '@fleet/application/shared/page';
import { compare } from '@fleet/infrastructure/shared/database/conditions';
import { keysetPage, Sort } from '@fleet/infrastructure/shared/database/keyset';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';

const SELECT = `SELECT Id AS "id", VehicleId AS "vehicleId", "Date" AS "date", Description AS "description", Cost AS "cost",
  CreatedAt AS "createdAt" FROM MaintenanceRecords`;

const NEWEST_FIRST: Sort<MaintenanceRecordView> = {
  column: '"Date"',
  field: 'date',
  kind: 'instant',
  descending: true,
};

@Injectable()
export class SqlMaintenanceQueries extends MaintenanceQueries {
  constructor(private readonly database: ReadDatabase) {
    super();
  }

  async find(id: string): Promise<MaintenanceRecordView | null> {
    const [row] = await this.database.query<MaintenanceRecordView>(`${SELECT} WHERE Id = ?`, [id]);
    return row ?? null;
  }

  list({ filter, ...page }: MaintenanceListRequest): Promise<Page<MaintenanceRecordView>> {
    const conditions = compare('VehicleId', '=', filter.vehicleId);
    const list = { name: 'maintenance', select: SELECT, conditions, sort: NEWEST_FIRST, scope: filter };
    return keysetPage(this.database, list, page);
  }
}
