import { DriverId } from '@fleet/domain/drivers/driver-id';
import { RouteStatus } from '@fleet/domain/routes/route-status';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { RouteOverview } from './route-overview.view';
import { RouteView } from './route.view';

export const ROUTE_SORTS = ['scheduledStart'] as const;
export type RouteSort = (typeof ROUTE_SORTS)[number];

export interface RouteOverviewFilter {
  readonly status?: RouteStatus | undefined;
  /** Scheduled to start at this instant or later. */
  readonly from?: Date | undefined;
  /** Scheduled to start before this instant. */
  readonly to?: Date | undefined;
}

export interface RouteFilter extends RouteOverviewFilter {
  /** Every word of it begins a word of the name, the origin or the destination. */
  readonly q?: string | undefined;
  /** Only routes of deliveries that are this driver's. */
  readonly limitedTo?: DriverId | undefined;
}

interface RouteOrder extends PageRequest {
  readonly sort: RouteSort;
  readonly descending: boolean;
}

export interface RouteListRequest extends RouteOrder {
  readonly filter: RouteFilter;
}

export interface RouteOverviewRequest extends RouteOrder {
  readonly filter: RouteOverviewFilter;
}

/** The read side of routes. */
export abstract class RouteQueries {
  /** @param limitedTo the driver who must have a delivery on it */
  abstract find(id: string, limitedTo?: DriverId): Promise<RouteView | null>;

  /** @throws InvalidCursorError */
  abstract list(request: RouteListRequest): Promise<Page<RouteView>>;

  /**
   * How it stands with the deliveries of each route, as of `now`.
   * @throws InvalidCursorError
   */
  abstract overview(request: RouteOverviewRequest, now: Date): Promise<Page<RouteOverview>>;
}
