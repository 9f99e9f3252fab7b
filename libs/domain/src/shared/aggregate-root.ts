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

  /** @param before the state that the event changes; nothing for the first event */
  protected record(type: string, occurredAt: Date, payload: Record<string, unknown>, before?: object): void {
    this.recorded.push({
      stream: this.stream,
      streamId: this.id,
      version: this.version + 1,
      type,
      occurredAt,
      payload,
      previous: before ? valuesBefore(payload, before as Readonly<Record<string, unknown>>) : null,
    });
  }
}

function valuesBefore(payload: object, before: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const previous: Record<string, unknown> = {};
  for (const field of Object.keys(payload)) {
    const value = before[field];
    if (value !== undefined) previous[field] = value instanceof Date ? value.toISOString() : value;
  }
  return previous;
}
