import { ValidationError } from 'class-validator';

/** A value that is at fault, by its place in the body, such as `template.deliveries[2].customerName`. */
export interface PlacedError {
  readonly field: string;
  readonly error: ValidationError;
}

/** The values at fault within others, each by itself. */
export function placedErrors(errors: readonly ValidationError[], within = ''): PlacedError[] {
  return errors.flatMap((error): PlacedError[] => {
    const isPlace = /^\d+$/.test(error.property);
    const field = isPlace ? `${within}[${error.property}]` : within ? `${within}.${error.property}` : error.property;
    if (error.constraints || !error.children?.length) return [{ field, error }];
    return placedErrors(error.children, field);
  });
}

/** Where names stand, at whatever depth, that no field may have. */
export function placesOf(names: readonly string[], value: unknown, within = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one, index) => placesOf(names, one, `${within}[${index}]`));
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = within ? `${within}.${name}` : name;
    return [...(names.includes(name) ? [field] : []), ...placesOf(names, inner, field)];
  });
}
