import { Injectable } from '@nestjs/common';
import {
  DueSchedule,
  ScheduleListRequest,
  ScheduleQueries,
  ScheduleSort,
} from '@fleet/application/schedules/schedule.queries';
import { OccurrenceView, ScheduleSummary, ScheduleView } from '@fleet/application/schedules/schedule.view';
import { Page } from '@fleet/application/shared/page';
import { compare } from '@fleet/infrastructure/shared/database/conditions';
import { keysetPage, Sort } from '@fleet/infrastructure/shared/database/keyset';
import { PrimaryDatabase, ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { hasWords } from '@fleet/infrastructure/shared/database/uneven-filters';
import { unevenPage } from '@fleet/infrastructure/shared/database/uneven-page';
import { ScheduleSeals } from './schedule-seals';

const SUMMARY = `Id AS "id", Name AS "name", RecurrenceRule AS "rule", TimeZone AS "timeZone", StartsAt AS "startsAt",
  Active AS "active", CreatedUntil AS "createdUntil", Version AS "version", CreatedAt AS "createdAt",
  UpdatedAt AS "updatedAt"`;

const DUE = `SELECT Id AS "id", Version AS "version", RecurrenceRule AS "rule", TimeZone AS "timeZone",
  StartsAt AS "startsAt", CreatedUntil AS "createdUntil" FROM Schedules`;

const DUE_BATCH = 100;

/** SQLite has no flags: there they come back as 0 and 1. */
type SummaryRow = Omit<ScheduleSummary, 'active'> & { readonly active: boolean | number };

/** With the template as it is kept: sealed. */
type WholeRow = SummaryRow & { readonly template: string };

const SORTS: Record<ScheduleSort, Omit<Sort<SummaryRow>, 'descending'>> = {
  name: { column: 'Name', field: 'name', kind: 'text' },
  createdAt: { column: 'CreatedAt', field: 'createdAt', kind: 'instant' },
};

const BY_ID = { column: 'Id', field: 'id', kind: 'id', descending: false } as const;

@Injectable()
export class SqlScheduleQueries extends ScheduleQueries {
  constructor(
    private readonly database: ReadDatabase,
    private readonly primary: PrimaryDatabase,
    private readonly seals: ScheduleSeals,
  ) {
    super();
  }

  async find(id: string): Promise<ScheduleView | null> {
    const sql = `SELECT ${SUMMARY}, Template AS "template" FROM Schedules WHERE Id = ?`;
    const [row] = await this.database.query<WholeRow>(sql, [id]);
    if (!row) return null;
    const { template, ...summary } = row;
    return { ...summaryOf(summary), template: this.seals.openTemplate(row.id, template) };
  }

  async list({ filter, sort, descending, ...page }: ScheduleListRequest): Promise<Page<ScheduleSummary>> {
    const { active, q } = filter;
    const list = {
      name: 'schedules',
      select: `SELECT ${SUMMARY} FROM Schedules`,
      conditions: compare('Active', '=', active),
      sort: { ...SORTS[sort], descending },
      scope: filter,
    };
    const words = hasWords('Schedules', 'ScheduleTerms', 'ScheduleId', q);
    const { items, nextCursor } = await unevenPage(this.database, 'Schedules', list, words, page);
    return { items: items.map(summaryOf), nextCursor };
  }

  made(id: string, from: Date, to: Date): Promise<OccurrenceView[]> {
    const sql = `SELECT OccursAt AS "occursAt", RouteId AS "routeId" FROM ScheduleOccurrences
      WHERE ScheduleId = ? AND OccursAt >= ? AND OccursAt < ? ORDER BY OccursAt`;
    return this.database.query<OccurrenceView>(sql, [id, from, to]);
  }

  async *streamDue(until: Date): AsyncGenerator<DueSchedule> {
    const conditions = [...compare('Active', '=', true), ...compare('CreatedUntil', '<', until)];
    const list = { name: 'schedules due', select: DUE, conditions, sort: BY_ID, tie: null, scope: null };
    let cursor: string | undefined;
    do {
      const page: Page<DueSchedule> = await keysetPage<DueSchedule>(this.primary, list, { limit: DUE_BATCH, cursor });
      yield* page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  }
}

function summaryOf(row: SummaryRow): ScheduleSummary {
  return { ...row, active: Boolean(row.active) };
}
