import { setImmediate as nextTurn } from 'node:timers/promises';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { SEALED_COLUMNS, SealedEvent } from './sealed-event';

/** How many are sealed in one transaction. */
const BATCH = 500;
/**
 * A transaction takes its events' sequences before it commits, so one that others have overtaken appears among what
 * is sealed already. It is looked for this far back: some seconds of the busiest import.
 */
export const LOOK_BACK = 100_000;
/** The embedded engine answers in the event loop: it is asked about so many sequences at a time. */
const SLICE = 10_000;

const EVERYTHING = Number.MAX_SAFE_INTEGER;

/** The committed events that have no seal yet, in the order of their sequences, a batch at a time. */
export async function* unsealedEvents(database: ReadDatabase): AsyncGenerator<SealedEvent[]> {
  const sealed = await highestSealed(database);
  for (let from = Math.max(0, sealed - LOOK_BACK); from < sealed; from += SLICE) {
    const late = await unsealedBetween(database, from, Math.min(from + SLICE, sealed), BATCH);
    if (late.length > 0) yield late;
    await nextTurn();
  }
  let next = await unsealedBetween(database, sealed, EVERYTHING, BATCH);
  while (next.length > 0) {
    yield next;
    await nextTurn();
    next = await unsealedBetween(database, Number(next.at(-1)!.sequence), EVERYTHING, BATCH);
  }
}

/** The highest sequence that has a seal; 0 when none has. */
export async function highestSealed(database: ReadDatabase): Promise<number> {
  const [row] = await database.query<{ highest: number | string | null }>(
    'SELECT MAX(EventSequence) AS "highest" FROM EventSeals',
    [],
  );
  return Number(row?.highest ?? 0);
}

/** The first `rows` without a seal of those with from < sequence ≤ to. */
export function unsealedBetween(
  database: ReadDatabase,
  from: number,
  to: number,
  rows: number,
): Promise<SealedEvent[]> {
  return database.query<SealedEvent>(
    `SELECT ${SEALED_COLUMNS} FROM EventLog AS e WHERE e.Sequence > ? AND e.Sequence <= ?
     AND NOT EXISTS (SELECT 1 FROM EventSeals AS s WHERE s.EventSequence = e.Sequence)
     ORDER BY e.Sequence ${database.dialect.firstRows}`,
    [from, to, rows],
  );
}
