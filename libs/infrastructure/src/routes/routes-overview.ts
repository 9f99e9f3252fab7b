import { progressOf, RouteOverview } from '@fleet/application/routes/route-overview.view';
import { DELIVERY_STATUSES, DeliveryStatus, ROAD_STATUSES } from '@fleet/domain/deliveries/delivery-status';
import { RouteStatus } from '@fleet/domain/routes/route-status';
import { OPEN } from '@fleet/infrastructure/shared/database/held-deliveries';
import { Condition } from '@fleet/infrastructure/shared/database/keyset';

export const SELECT_OVERVIEW = `SELECT Id AS "id", Name AS "name", Status AS "status",
  ScheduledStart AS "scheduledStart", ScheduledEnd AS "scheduledEnd", Checkpoints AS "checkpoints" FROM Routes`;

/** A row of the overview; what is counted is null for a route without deliveries. */
export type OverviewRow = {
  readonly id: string;
  readonly name: string;
  readonly status: RouteStatus;
  readonly scheduledStart: string;
  readonly scheduledEnd: string | null;
  /** JSON. */
  readonly checkpoints: string;
  readonly total: number | null;
  readonly late: number | null;
  readonly worstDelayMinutes: number | null;
} & { readonly [Status in DeliveryStatus]: number | null };

const count = (condition: string, name: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS "${name}"`;
const ON_ROAD = `Status IN (${ROAD_STATUSES.map((status) => `'${status}'`).join(', ')})`;

/** Counts the deliveries of the page's routes alone: those of all routes may be millions. */
export function withDeliveries(page: string, now: Date): Condition {
  const counts = [
    `COUNT(*) AS "total"`,
    ...DELIVERY_STATUSES.map((status) => count(`Status = '${status}'`, status)),
    count(`LateMinutes > 0 OR (${OPEN} AND PromisedBy < ?)`, 'late'),
    `MAX(CASE WHEN ${ON_ROAD} THEN DelayMinutes END) AS "worstDelayMinutes"`,
  ];
  const counted = ['total', ...DELIVERY_STATUSES, 'late', 'worstDelayMinutes'].map((name) => `tally."${name}"`);
  const sql = `WITH page AS (${page}),
    tally AS (SELECT RouteId AS "routeId", ${counts.join(', ')} FROM Deliveries
      WHERE RouteId IN (SELECT "id" FROM page) GROUP BY RouteId)
    SELECT page.*, ${counted.join(', ')} FROM page LEFT JOIN tally ON tally."routeId" = page."id"`;
  return { sql, parameters: [now] };
}

export function routeOverview({ checkpoints, total, late, worstDelayMinutes, ...row }: OverviewRow): RouteOverview {
  const { id, name, status, scheduledStart, scheduledEnd } = row;
  const byStatus = DELIVERY_STATUSES.map((one) => [one, row[one] ?? 0] as const);
  const deliveries = { total: total ?? 0, ...(Object.fromEntries(byStatus) as Record<DeliveryStatus, number>) };
  return {
    id,
    name,
    status,
    scheduledStart,
    scheduledEnd,
    checkpoints: (JSON.parse(checkpoints) as unknown[]).length,
    deliveries,
    progress: progressOf(deliveries),
    late: late ?? 0,
    worstDelayMinutes,
  };
}
