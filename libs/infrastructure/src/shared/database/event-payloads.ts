import { Injectable } from '@nestjs/common';

/** What is read of an event's row: whose it is, and its two JSON columns. */
export interface StoredPayload {
  /** The event's identity. */
  readonly id: string;
  readonly stream: string;
  readonly streamId: string;
  readonly version: number;
  readonly payload: string;
  readonly previous: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

export interface EventPayload {
  readonly payload: Fields;
  /** Null for a stream's first event, and for events that were written before it was kept. */
  readonly previous: Fields | null;
  /** The fields whose values are gone for good; they are null in both. */
  readonly erased: readonly string[];
}

/** Reads the fields of events as they were when they were written. Nothing else parses these columns. */
@Injectable()
export class EventPayloads {
  /** One for each row, in their order. */
  async read(rows: readonly StoredPayload[]): Promise<EventPayload[]> {
    return rows.map(({ payload, previous }) => ({
      payload: JSON.parse(payload) as Fields,
      previous: previous === null ? null : (JSON.parse(previous) as Fields),
      erased: [],
    }));
  }
}
