/*
 * Whoever looks at the metrics of several workers asks one of them, that one asks the process that started them, that one
 * asks each of them, and each asks the database: how long they wait for the next one, in milliseconds. Each begins to wait
 * before the one that it waits for does, so it must have clearly more patience, or it gives up what is just coming. Whoever
 * changes one of these looks at all of them.
 */

/** A worker for the count of the fleet; without it, it answers everything but the fleet. */
export const FLEET_PATIENCE_MS = 500;

/** The process that started the workers for one of them; who has hung for this long is not waited for until it is heard of. */
export const WORKER_PATIENCE_MS = 1_000;

/** A worker for the process that started it, which may be waiting for another one. */
export const PRIMARY_PATIENCE_MS = 1_500;
