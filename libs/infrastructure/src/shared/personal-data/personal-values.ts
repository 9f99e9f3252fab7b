import { openSeal, seal } from '@fleet/infrastructure/shared/secrets/seal';
import { personalFields } from './personal-fields';

export type Values = Readonly<Record<string, unknown>>;

/** Which values of which event. */
export interface EventPart {
  readonly eventId: string;
  readonly stream: string;
  readonly column: 'Payload' | 'Previous';
}

/** What a value begins with, after its version, that is sealed with a person's key: it has no name among many. */
const KEY_ID = 'person';

/** The values with those that are somebody's own encrypted under that person's key. */
export function sealValues(part: EventPart, values: Values, key: Buffer): Values {
  return replace(part, values, (text, place) => seal({ id: KEY_ID, secret: key }, text, place));
}

/** The values as they were; null stands in the place of what cannot be read any more, because the key is not there. */
export function openValues(part: EventPart, values: Values, key: Buffer | undefined): Values {
  return replace(part, values, (text, place) => key && openSeal([{ id: KEY_ID, secret: key }], text, place));
}

function replace(
  { eventId, stream, column }: EventPart,
  values: Values,
  change: (text: string, place: string) => string | undefined,
): Values {
  const replaced = personalFields(stream, values).map((field) => {
    return [field, change(String(values[field]), `EventLog.${column}.${field}:${eventId}`) ?? null] as const;
  });
  return replaced.length === 0 ? values : { ...values, ...Object.fromEntries(replaced) };
}
