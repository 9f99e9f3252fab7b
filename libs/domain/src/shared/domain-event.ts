/** Something that has happened to one aggregate. `version` is its place in that aggregate's stream, from 1. */
export interface DomainEvent {
  /** The kind of aggregate, such as `Vehicle`: one of AUDITED_ENTITIES. */
  readonly stream: string;
  readonly streamId: string;
  readonly version: number;
  /** What happened, in the past tense: `VehicleRegistered`. */
  readonly type: string;
  readonly occurredAt: Date;
  /** The fields as they are from now on, enough to rebuild the state from the stream. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Those of the payload's fields that the aggregate already had, as they were before; null for its first event. */
  readonly previous: Readonly<Record<string, unknown>> | null;
}
