import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { checkpointOf } from './template-checkpoints';
import { deliveryOf } from './template-deliveries';
import { GivenTemplate, ScheduleTemplate } from './schedule-template';

export const MAX_CHECKPOINTS = 100;
export const MAX_DELIVERIES = 50;
const ROUTE_NAME_MAX_LENGTH = 100;
const PLACE_MAX_LENGTH = 255;

/** Reads the field `template`. Faults are named by their place, such as `template.deliveries[2].customerPhone`. */
export function scheduleTemplate(checks: FieldChecks, { route, deliveries }: GivenTemplate): ScheduleTemplate {
  const at = 'template.route';
  const { checkpoints } = route;
  if (checkpoints.length < 1 || checkpoints.length > MAX_CHECKPOINTS) {
    checks.fault(`${at}.checkpoints`, `must be 1 to ${MAX_CHECKPOINTS} checkpoints`);
  }
  if (deliveries.length > MAX_DELIVERIES) {
    checks.fault('template.deliveries', `must be at most ${MAX_DELIVERIES} deliveries`);
  }
  checkReferences(checks, deliveries);
  return {
    route: {
      name: checks.text(`${at}.name`, route.name, ROUTE_NAME_MAX_LENGTH),
      origin: checks.text(`${at}.origin`, route.origin, PLACE_MAX_LENGTH),
      destination: checks.text(`${at}.destination`, route.destination, PLACE_MAX_LENGTH),
      checkpoints: checkpoints.slice(0, MAX_CHECKPOINTS).map((one, index) => {
        const earlier = checkpoints[index - 1]?.afterMinutes ?? 0;
        return checkpointOf(checks, `${at}.checkpoints[${index}]`, one, earlier);
      }),
    },
    deliveries: deliveries.slice(0, MAX_DELIVERIES).map((one, index) => deliveryOf(checks, one, index)),
  };
}

/** A reference is unique, so two deliveries of one day cannot begin and end alike. */
function checkReferences(checks: FieldChecks, deliveries: GivenTemplate['deliveries']): void {
  const known = new Set<string>();
  deliveries.forEach(({ reference }, index) => {
    const clean = reference?.trim().toUpperCase();
    if (!clean) return;
    if (known.has(clean)) checks.fault(`template.deliveries[${index}].reference`, 'must differ from the other ones');
    known.add(clean);
  });
}
