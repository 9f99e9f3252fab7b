/** Planned until it is driven; completed or cancelled, it is over. */
export const ROUTE_STATUSES = ['Planning', 'Active', 'Completed', 'Cancelled'] as const;

export type RouteStatus = (typeof ROUTE_STATUSES)[number];
