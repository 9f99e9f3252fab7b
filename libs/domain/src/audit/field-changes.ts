/** One field of one event. */
export interface FieldChange {
  readonly field: string;
  /** Null when it had no value, or when nobody wrote down which. */
  readonly before: unknown;
  readonly after: unknown;
  /** Whether the values were personal and are gone for good. */
  readonly erased: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * What an event has changed, in the order of its payload. A field that it only repeats is no change.
 * @param previous the values before; null for the first event of a stream
 * @param erased the fields whose values are gone
 */
export function fieldChanges(payload: Fields, previous: Fields | null, erased: readonly string[]): FieldChange[] {
  return Object.keys(payload)
    .map((field) => ({
      field,
      before: previous?.[field] ?? null,
      after: payload[field] ?? null,
      erased: erased.includes(field),
    }))
    .filter((change) => change.erased || !isSame(change.before, change.after));
}

/** Values are what JSON holds; the lists and objects among them are small. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
