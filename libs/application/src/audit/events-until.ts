import { Clock } from '@fleet/domain/shared/clock';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { Audited, AuditQueries, PastEvent } from './audit.queries';

/**
 * What had happened to one thing by the instant `asOf`, the oldest first. It ends before the first event that came later:
 * two machines' clocks may differ a little, and a state that left one out would never have been.
 * @throws InvalidFieldsError when `asOf` is in the future
 */
export async function* eventsUntil(
  audit: AuditQueries,
  clock: Clock,
  of: Audited,
  asOf: Date,
): AsyncGenerator<PastEvent> {
  const checks = new FieldChecks();
  const until = checks.notInFuture('asOf', asOf, clock.now()).toISOString();
  checks.done();
  for await (const event of audit.streamHistory(of)) {
    if (event.occurredAt > until) return;
    yield event;
  }
}
