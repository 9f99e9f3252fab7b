import { Injectable } from '@nestjs/common';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { openValues, Values } from './personal-values';
import { personalFields } from './personal-fields';
import { WrappedKey, WrappedKeys } from './wrapped-keys';

/** What of an event's row is needed to read it. */
export interface StoredEvent {
  readonly eventId: string;
  readonly stream: string;
  readonly streamId: string;
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

/** Reads events as they were written, as far as they still can be read. */
@Injectable()
export class EventReader {
  constructor(
    /** Never behind: a secondary might still have a key that is destroyed. */
    private readonly database: PrimaryDatabase,
    private readonly wrapped: WrappedKeys,
  ) {}

  /** The events in the same order, with all of their people's keys read in one statement. @throws UnreadableSealError */
  async read<Event extends StoredEvent>(
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
