import { Injectable, Logger } from '@nestjs/common';
import { CommittedEvents, CommittedEventsListener } from '@fleet/application/shared/committed-events';
import { DomainEvent } from '@fleet/domain/shared/domain-event';

@Injectable()
export class InProcessCommittedEvents extends CommittedEvents {
  private readonly logger = new Logger('CommittedEvents');
  private readonly listeners: CommittedEventsListener[] = [];

  subscribe(listener: CommittedEventsListener): void {
    this.listeners.push(listener);
  }

  async publish(events: readonly DomainEvent[]): Promise<void> {
    if (events.length === 0) return;
    for (const listener of this.listeners) {
      try {
        await listener(events);
      } catch (error) {
        // The work is committed: telling its caller that it failed would be a lie.
        this.logger.error(error, 'A listener failed on committed events');
      }
    }
  }
}
