import { Injectable } from '@nestjs/common';
import { EVENT_VERSIONS } from '@fleet/infrastructure/shared/database/event-versions';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { openValues, Values } from './personal-values';
import { personalFields } from './personal-fields';
import { WrappedKey, WrappedKeys } from './wrapped-keys';

/** What of an event's row is needed to read it. */
export interface StoredEvent {
  readonly eventId: string;
  readonly stream: string;
  readonly streamId: string;
  readonly type: string;
  /** The version of the payload. */
  readonly schemaVersion: number;
  /** JSON. */
  readonly payload: string;
  readonly previous: string | null;
}

export interface ReadEvent {
  readonly payload: Values;
  readonly previous: Values | null;
  /** The fields that told something of a person whose key is destroyed: null stands there now. */
  readonly erased: readonly string[];
}

/** Reads events, as far as they still can be read. */
@Injectable()
export class EventReader {
  constructor(
    /** Never behind: a secondary might still have a key that is destroyed. */
    private readonly database: PrimaryDatabase,
    private readonly wrapped: WrappedKeys,
  ) {}

  /**
   * The events with their payloads as they would be written now: for whoever rebuilds a state of them. What they were
   * before is no part of that, and stays as it was written.
   * @throws UnreadableSealError
   * @throws UnknownEventVersionError of what a newer release has written
   */
  async read<Event extends StoredEvent>(
    events: readonly Event[],
  ): Promise<(Omit<Event, keyof ReadEvent> & ReadEvent)[]> {
    const written = await this.readAsWritten(events);
    return written.map((event, index) => {
      const { type, schemaVersion } = events[index]!;
      return { ...event, payload: EVENT_VERSIONS.upcast(type, schemaVersion, event.payload) };
    });
  }

  /**
   * The events as they were written, in whatever version: for whoever looks at what has happened. They come in the same
   * order, with all of their people's keys read in one statement.
   * @throws UnreadableSealError
   */
  async readAsWritten<Event extends StoredEvent>(
    events: readonly Event[],
  ): Promise<(Omit<Event, keyof ReadEvent> & ReadEvent)[]> {
    const parsed = events.map((event) => ({
      ...event,
      payload: JSON.parse(event.payload) as Values,
      previous: event.previous === null ? null : (JSON.parse(event.previous) as Values),
    }));
    const keys = await this.keysOf(parsed.filter(isPersonal).map(({ streamId }) => streamId));
    return parsed.map((event) => {
      const { eventId, stream, payload, previous } = event;
      const key = keys.get(event.streamId);
      return {
        ...event,
        payload: openValues({ eventId, stream, column: 'Payload' }, payload, key),
        previous: previous && openValues({ eventId, stream, column: 'Previous' }, previous, key),
        erased: key === undefined ? personalFieldsOf(event) : [],
      };
    });
  }

  private async keysOf(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const people = [...new Set(ids)];
    if (people.length === 0) return new Map();
    const sql = `SELECT PersonId AS "personId", WrappedKey AS "wrappedKey" FROM PersonKeys
      WHERE PersonId IN (${people.map(() => '?').join(', ')})`;
    return this.wrapped.open(await this.database.query<WrappedKey>(sql, people));
  }
}

type Parsed = Pick<ReadEvent, 'payload' | 'previous'> & { readonly stream: string };

function isPersonal(event: Parsed): boolean {
  return personalFieldsOf(event).length > 0;
}

function personalFieldsOf({ stream, payload, previous }: Parsed): string[] {
  return [...new Set([...personalFields(stream, payload), ...personalFields(stream, previous)])];
}
