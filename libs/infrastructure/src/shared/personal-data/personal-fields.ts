import { DRIVER_PERSONAL_FIELDS } from '@fleet/domain/drivers/driver.events';

/** By stream, what in its events is somebody's own: kept under the key of that person, whose id is the stream's. */
const PERSONAL_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Driver: DRIVER_PERSONAL_FIELDS,
};

/** The fields of one event's values that are somebody's own; those that are null say nothing of anybody. */
export function personalFields(stream: string, values: Readonly<Record<string, unknown>> | null): string[] {
  const fields = PERSONAL_FIELDS[stream];
  return fields && values ? fields.filter((field) => values[field] !== undefined && values[field] !== null) : [];
}
