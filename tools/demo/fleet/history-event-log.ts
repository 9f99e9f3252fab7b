import { Injectable } from '@nestjs/common';
import { ActionContext } from '@fleet/application/shared/action-context';
import { DomainEvent } from '@fleet/domain/shared/domain-event';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { EventLog, toEventRecord } from '@fleet/infrastructure/shared/database/event-log';
import { EventLogRecord, EventLogSchema } from '@fleet/infrastructure/shared/database/event-log.record';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';

/** Keeps the events of a history, in the order in which they happen, and writes all of them at its end. */
@Injectable()
export class HistoryEventLog extends EventLog {
  private readonly rows: Omit<EventLogRecord, 'sequence'>[] = [];

  constructor(
    private readonly open: Transaction,
    private readonly actions: ActionContext,
    private readonly generator: IdGenerator,
  ) {
    super(open, actions, generator);
  }

  override async append(events: readonly DomainEvent[]): Promise<void> {
    for (const event of events) this.rows.push(toEventRecord(event, this.actions.current, this.generator.next()));
  }

  async store(): Promise<void> {
    await bulkInsert(this.open.manager, EventLogSchema, this.rows);
  }
}
