import { DomainEvent } from './domain-event';

/**
 * Keeps an aggregate's identity, its version and what has happened to it since it was loaded.
 * A version is the number of events in the aggregate's stream, so every change moves it on.
 */
export abstract class AggregateRoot {
  private recorded: DomainEvent[] = [];

  /** @param storedVersion the version of the stored row; 0 for an aggregate that is not stored yet. */
  protected constructor(
    private readonly stream: string,
    readonly id: string,
    readonly storedVersion: number,
  ) {}

  get version(): number {
    return this.storedVersion + this.recorded.length;
  }

  get hasChanged(): boolean {
    return this.recorded.length > 0;
  }

  /** What has happened since the aggregate was loaded, oldest first. */
  get events(): readonly DomainEvent[] {
    return this.recorded;
  }

  protected record(type: string, occurredAt: Date, payload: Record<string, unknown>): void {
    this.recorded.push({
      stream: this.stream,
      streamId: this.id,
      version: this.version + 1,
      type,
      occurredAt,
      payload,
    });
  }
}
