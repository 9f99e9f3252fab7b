import { Injectable } from '@nestjs/common';
import { DomainEvent } from '@fleet/domain/shared/domain-event';
import { EventLog, EventRow } from '@fleet/infrastructure/shared/database/event-log';

/** Keeps the events of a history, in the order in which they happen, and writes all of them at its end. */
@Injectable()
export class HistoryEventLog extends EventLog {
  private readonly rows: EventRow[] = [];

  override async append(events: readonly DomainEvent[]): Promise<void> {
    this.rows.push(...(await this.toRows(events)));
  }

  async store(): Promise<void> {
    await this.insert(this.rows);
  }
}
