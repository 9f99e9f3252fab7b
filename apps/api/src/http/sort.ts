/** `-plate` is the field `plate`, descending. */
export function parseSort<Field extends string>(sort: Field | `-${Field}`): { sort: Field; descending: boolean } {
  return sort.startsWith('-')
    ? { sort: sort.slice(1) as Field, descending: true }
    : { sort: sort as Field, descending: false };
}

/** Every value that `sort` may have. */
export function sortValues<Field extends string>(fields: readonly Field[]): (Field | `-${Field}`)[] {
  return fields.flatMap((field) => [field, `-${field}` as const]);
}
