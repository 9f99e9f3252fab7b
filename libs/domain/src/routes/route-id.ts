/** A route's identity: a UUID in lower case. */
export type RouteId = string;
