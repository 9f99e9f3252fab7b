import { Injectable } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { Audited, AuditQueries, PastEvent } from './audit.queries';

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
   * The state that stood at `asOf`; null when there was none yet, or none any more. It ends before the first event
   * that came later: two machines' clocks may differ a little, and a state that left one out would never have been.
   * @throws InvalidFieldsError when `asOf` is in the future
   */
  async find(of: Audited, asOf: Date): Promise<PastState | null> {
    const checks = new FieldChecks();
    const until = checks.notInFuture('asOf', asOf, this.clock.now()).toISOString();
    checks.done();
    const fields: Record<string, unknown> = {};
    let first: PastEvent | undefined;
    let last: PastEvent | undefined;
    for await (const event of this.audit.streamHistory(of)) {
      if (event.occurredAt > until) break;
      Object.assign(fields, event.payload);
      first ??= event;
      last = event;
    }
    if (!first || !last || last.type === `${of.entity}Deleted`) return null;
    return { version: last.version, createdAt: first.occurredAt, updatedAt: last.occurredAt, fields };
  }
}
