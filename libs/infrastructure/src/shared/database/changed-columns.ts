/** The fields of a record that differ from what was loaded. */
export function changedColumns<R extends object>(loaded: Partial<R>, record: R): Partial<R> {
  const changed = Object.entries(record).filter(([field, value]) => !isSame(loaded[field as keyof R], value));
  return Object.fromEntries(changed) as Partial<R>;
}

function isSame(one: unknown, other: unknown): boolean {
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  return one === other;
}
