import { DELIVERY_PERSONAL_FIELDS } from '@fleet/domain/deliveries/delivery.events';
import { DRIVER_PERSONAL_FIELDS } from '@fleet/domain/drivers/driver.events';
import { USER_PERSONAL_FIELDS } from '@fleet/domain/identity/user.events';
import { SCHEDULE_PERSONAL_FIELDS } from '@fleet/domain/schedules/schedule.events';

/** By stream, what in its events is somebody's own: kept under the key of that person, whose id is the stream's. */
const PERSONAL_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Delivery: DELIVERY_PERSONAL_FIELDS,
  Driver: DRIVER_PERSONAL_FIELDS,
  User: USER_PERSONAL_FIELDS,
  Schedule: SCHEDULE_PERSONAL_FIELDS,
};

/** The events after which somebody's key is gone. */
export const FORGETTING_EVENTS: readonly string[] = [
  'DriverErased',
  'DriverDeleted',
  'UserErased',
  'DeliveryErased',
  'ScheduleDeleted',
];

/** The fields of one event's values that are somebody's own; those that are null say nothing of anybody. */
export function personalFields(stream: string, values: Readonly<Record<string, unknown>> | null): string[] {
  const fields = PERSONAL_FIELDS[stream];
  return fields && values ? fields.filter((field) => values[field] !== undefined && values[field] !== null) : [];
}
