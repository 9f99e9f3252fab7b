import { Checkpoint } from '@fleet/domain/routes/checkpoint';
import { DEPOT, Place, QUARTERS } from '@fleet/tools/demo/fleet/places';
import { Random } from '@fleet/tools/demo/fleet/random';
import { addMinutes } from '@fleet/tools/demo/fleet/working-calendar';
import { PlannedRoute } from './planned-delivery';

const STOPS = { fewest: 3, most: 5 };
const MINUTES_APART = { fewest: 20, most: 35 };
/** Minutes before and after the expected time that a window reaches. */
const WINDOW = { before: 10, after: 20 };

/** A round through the town. @param part of the day, for its name */
export function routeThroughTown(random: Random, start: Date, part: string): PlannedRoute {
  const places = random.pickSome(QUARTERS, random.between(STOPS.fewest, STOPS.most));
  const last = places.at(-1)!;
  return {
    name: `${last.name}, ${part}`,
    origin: DEPOT.name,
    destination: last.name,
    scheduledStart: start,
    checkpoints: checkpointsAt(random, start, places),
  };
}

function checkpointsAt(random: Random, start: Date, places: readonly Place[]): Checkpoint[] {
  let expectedAt = start;
  return places.map(({ name, latitude, longitude }, index) => {
    expectedAt = addMinutes(expectedAt, random.between(MINUTES_APART.fewest, MINUTES_APART.most));
    const hasWindow = random.chance(0.4);
    return {
      sequence: index + 1,
      location: name,
      latitude,
      longitude,
      expectedAt,
      earliest: hasWindow ? addMinutes(expectedAt, -WINDOW.before) : null,
      latest: hasWindow ? addMinutes(expectedAt, WINDOW.after) : null,
    };
  });
}

export function endOf({ scheduledStart, checkpoints }: PlannedRoute): Date {
  return checkpoints.at(-1)?.expectedAt ?? scheduledStart;
}
