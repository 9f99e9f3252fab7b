/** A schedule's identity: a UUID in lower case. */
export type ScheduleId = string;
