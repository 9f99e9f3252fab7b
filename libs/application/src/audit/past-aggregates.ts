import { Injectable } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';
import { PastEvent } from '@fleet/domain/shared/past-event';
import { Audited, AuditQueries } from './audit.queries';
import { eventsUntil } from './events-until';

/** Rebuilds earlier states of what is nothing but its events. */
@Injectable()
export class PastAggregates {
  constructor(
    private readonly audit: AuditQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * What stood at `asOf`; null when there was nothing yet.
   * @param replay rebuilds it from its events, the oldest first
   * @throws InvalidFieldsError when `asOf` is in the future
   */
  async find<A>(of: Audited, asOf: Date, replay: (id: string, events: readonly PastEvent[]) => A): Promise<A | null> {
    const events: PastEvent[] = [];
    for await (const { occurredAt, ...event } of eventsUntil(this.audit, this.clock, of, asOf)) {
      events.push({ ...event, occurredAt: new Date(occurredAt) });
    }
    return events.length > 0 ? replay(of.entityId, events) : null;
  }
}
