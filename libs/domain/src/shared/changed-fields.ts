/** The fields of `wanted` whose values differ from `current`. For values that `===` compares, not for dates. */
export function changedFields<T extends object>(current: Readonly<T>, wanted: Readonly<Partial<T>>): Partial<T> {
  const fields = Object.keys(wanted) as (keyof T)[];
  const changed: Partial<T> = {};
  for (const field of fields) if (wanted[field] !== current[field]) changed[field] = wanted[field];
  return changed;
}
