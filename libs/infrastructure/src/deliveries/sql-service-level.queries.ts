import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { LateCount, ServiceLevelGroup, ServiceLevelQueries } from '@fleet/application/deliveries/service-level.queries';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { indexHint } from './index-hint';
import { ServiceLevelNames } from './service-level-names';

/** Few enough that the event loop is held up for a few milliseconds. */
const PORTION = 5_000;

const KEYS = { route: 'RouteId', driver: 'DriverId', customer: 'CustomerKey' } as const;

const INDEX = 'IX_Deliveries_DeliveredAt';

@Injectable()
export class SqlServiceLevelQueries extends ServiceLevelQueries {
  constructor(
    private readonly database: ReadDatabase,
    private readonly groupNames: ServiceLevelNames,
  ) {
    super();
  }

  async *count(from: Date, to: Date, by: ServiceLevelGroup | undefined): AsyncGenerator<LateCount> {
    for (let start = from; start < to; await nextTurn()) {
      const end = await this.endOfPortion(start, to);
      yield* await this.countPortion(start, end, by);
      start = end;
    }
  }

  names(by: ServiceLevelGroup, samples: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string | null>> {
    return this.groupNames.of(by, samples);
  }

  /** Where so many deliveries end that were delivered from `start` on; what was delivered at one instant stays together. */
  private async endOfPortion(start: Date, to: Date): Promise<Date> {
    const { dialect } = this.database;
    const sql = `SELECT MAX(delivered) AS "last", COUNT(*) AS "found" FROM (
      SELECT DeliveredAt AS delivered FROM Deliveries ${indexHint(dialect, INDEX)}
      WHERE DeliveredAt >= ? AND DeliveredAt < ? ORDER BY DeliveredAt ${dialect.firstRows}) AS portion`;
    const [row] = await this.database.query<{ last: string | null; found: number }>(sql, [start, to, PORTION]);
    if (Number(row!.found) < PORTION) return to;
    return new Date(new Date(row!.last!).getTime() + 1);
  }

  private async countPortion(from: Date, to: Date, by: ServiceLevelGroup | undefined): Promise<LateCount[]> {
    const key = by ? KEYS[by] : undefined;
    // Ids as text: what is greatest of them is asked for, and engines differ on whether they order ids.
    const sql = `SELECT ${key ? `${key} AS "keyId",` : ''} LateMinutes AS "lateMinutes", COUNT(*) AS "count",
      MAX(CAST(Id AS nvarchar(36))) AS "sampleId" FROM Deliveries ${indexHint(this.database.dialect, INDEX)}
      WHERE DeliveredAt >= ? AND DeliveredAt < ? GROUP BY ${key ? `${key}, ` : ''}LateMinutes`;
    const rows = await this.database.query<LateCount & { keyId?: string | null }>(sql, [from, to]);
    return rows.map(({ keyId, lateMinutes, count, sampleId }) => {
      return { key: keyId ?? '', lateMinutes, count: Number(count), sampleId: sampleId.toLowerCase() };
    });
  }
}
