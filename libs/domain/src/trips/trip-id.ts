/** A trip's identity: a UUID in lower case. */
export type TripId = string;
