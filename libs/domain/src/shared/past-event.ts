/** An event of a stream as it is read back, to rebuild an aggregate from. */
export interface PastEvent {
  readonly type: string;
  /** Its place in the stream, from 1. */
  readonly version: number;
  readonly occurredAt: Date;
  /** The fields as they were from then on; null where a value was erased. */
  readonly payload: Readonly<Record<string, unknown>>;
}
