import { Timing } from '@fleet/domain/schedules/schedule';
import { ScheduleTemplate, TemplateCheckpoint, TemplateDelivery } from '@fleet/domain/schedules/schedule-template';
import { PlannedCheckpoint, PlannedDelivery, PlannedRoute } from './occurrence-maker';

const MINUTE_MS = 60_000;

/** The route of an occurrence that begins at `start`. */
export function plannedRoute({ route }: ScheduleTemplate, start: Date): PlannedRoute {
  const { name, origin, destination } = route;
  const checkpoints = route.checkpoints.map((one) => plannedCheckpoint(one, start));
  return { name, origin, destination, scheduledStart: start, checkpoints };
}

function plannedCheckpoint(checkpoint: TemplateCheckpoint, start: Date): PlannedCheckpoint {
  const { location, latitude, longitude, afterMinutes, earliestMinutes, latestMinutes } = checkpoint;
  return {
    location,
    latitude,
    longitude,
    expectedAt: after(start, afterMinutes),
    earliest: earliestMinutes === null ? null : after(start, earliestMinutes),
    latest: latestMinutes === null ? null : after(start, latestMinutes),
  };
}

/** What the deliveries of one occurrence have in common. */
export interface OccurrencePlace {
  readonly routeId: string;
  readonly start: Date;
  /** What is added to references. */
  readonly suffix: string;
  /** The ids of the deliveries that were made already, by their places in the list. */
  readonly made: readonly string[];
}

export function plannedDelivery(
  delivery: TemplateDelivery,
  { routeId, start, suffix, made }: OccurrencePlace,
): PlannedDelivery {
  const { reference, promisedAfterMinutes, after: links, ...same } = delivery;
  return {
    ...same,
    routeId,
    reference: reference && `${reference}-${suffix}`,
    promisedBy: promisedAfterMinutes === null ? null : after(start, promisedAfterMinutes),
    after: links.map((place) => made[place]!),
  };
}

/** The date that makes a reference one of its kind; with the time where a day may have more than one. @param local such as `2026-01-05T08:00` */
export function referenceSuffix({ rule }: Pick<Timing, 'rule'>, local: string): string {
  const [date = '', time = ''] = local.split('T');
  return rule.includes('BYHOUR=') ? `${date}-${time.replace(':', '')}` : date;
}

function after(start: Date, minutes: number): Date {
  return new Date(start.getTime() + minutes * MINUTE_MS);
}
