import { Injectable } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';
import { Audited, AuditQueries, PastEvent } from './audit.queries';
import { eventsUntil } from './events-until';

/** How something was at an instant. */
export interface PastState {
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** What its events have said of its fields until then. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Rebuilds earlier states from events. */
@Injectable()
export class PastStates {
  constructor(
    private readonly audit: AuditQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * The state that stood at `asOf`; null when there was none yet, or none any more.
   * @throws InvalidFieldsError when `asOf` is in the future
   */
  async find(of: Audited, asOf: Date): Promise<PastState | null> {
    const fields: Record<string, unknown> = {};
    let first: PastEvent | undefined;
    let last: PastEvent | undefined;
    for await (const event of eventsUntil(this.audit, this.clock, of, asOf)) {
      Object.assign(fields, event.payload);
      first ??= event;
      last = event;
    }
    if (!first || !last || last.type === `${of.entity}Deleted`) return null;
    return { version: last.version, createdAt: first.occurredAt, updatedAt: last.occurredAt, fields };
  }
}
