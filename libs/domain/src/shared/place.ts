import { FieldChecks } from './field-checks';

/** Where something is, in degrees of WGS 84; both or neither. */
export interface Coordinates {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

type Given = { readonly [Field in keyof Coordinates]?: number | null | undefined };

/** @param prefix of the fields' names, such as `checkpoints[0].` */
export function coordinates(checks: FieldChecks, { latitude, longitude }: Given, prefix = ''): Coordinates {
  const place = { latitude: latitude ?? null, longitude: longitude ?? null };
  degrees(checks, `${prefix}latitude`, place.latitude, 90);
  degrees(checks, `${prefix}longitude`, place.longitude, 180);
  if ((place.latitude === null) !== (place.longitude === null)) {
    checks.fault(`${prefix}${place.latitude === null ? 'latitude' : 'longitude'}`, 'is required beside the other one');
  }
  return place;
}

function degrees(checks: FieldChecks, field: string, value: number | null, most: number): void {
  if (value !== null && !(value >= -most && value <= most)) checks.fault(field, `must be between -${most} and ${most}`);
}
