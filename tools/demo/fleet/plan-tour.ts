import { CITIES, DEPOT, Place, QUARTERS, roadKilometres, TOWNS } from './places';
import { Random } from './random';
import { VehicleKind } from './vehicle-models';
import { oClock } from './working-calendar';

/** One trip of a day's tour. */
export interface Leg {
  readonly route: string;
  /** Kilometres. */
  readonly distance: number;
  /** Minutes of the day. */
  readonly start: number;
  readonly end: number;
}

interface Reach {
  readonly share: number;
  readonly places: readonly Place[];
  /** Kilometres an hour. */
  readonly speed: number;
}

const town = (share: number): Reach => ({ share, places: QUARTERS, speed: 30 });
const region = (share: number): Reach => ({ share, places: TOWNS, speed: 52 });
const state = (share: number): Reach => ({ share, places: CITIES, speed: 70 });

const REACHES: Record<VehicleKind, readonly Reach[]> = {
  motorcycle: [town(1)],
  car: [town(0.8), region(0.2)],
  van: [town(0.45), region(0.45), state(0.1)],
  truck: [region(0.6), state(0.4)],
};

const EARLIEST_START = oClock(6, 45);
const LATEST_START = oClock(9, 30);
const LATEST_END = oClock(18, 15);

/** A driver's day with one vehicle: out from the depot, and back to it with the last trip. */
export function planTour(random: Random, kind: VehicleKind): Leg[] {
  const { places, speed } = pickReach(random, kind);
  const legs = legsOf(random, places).map((stops) => timed(random, stops, speed));
  const pauses = legs.map(() => random.between(12, 70));
  const length = legs.reduce((sum, { minutes }, index) => sum + minutes + pauses[index]!, 0);
  let start = Math.min(random.between(EARLIEST_START, LATEST_START), LATEST_END - length);
  return legs.map(({ minutes, ...leg }, index) => {
    const timedLeg = { ...leg, start, end: start + minutes };
    start = timedLeg.end + pauses[index]!;
    return timedLeg;
  });
}

function pickReach(random: Random, kind: VehicleKind): Reach {
  let left = random.next();
  return REACHES[kind].find(({ share }) => (left -= share) < 0) ?? REACHES[kind][0]!;
}

/** In town one to three rounds with several stops, farther away there and back. */
function legsOf(random: Random, places: readonly Place[]): Place[][] {
  if (places !== QUARTERS) {
    const there = random.pick(places);
    return [
      [DEPOT, there],
      [there, DEPOT],
    ];
  }
  const rounds = random.between(1, 3);
  const legs: Place[][] = [];
  let from = DEPOT;
  for (let round = 1; round <= rounds; round++) {
    const stops = random.pickSome(places, random.between(1, 3), (place) => place !== from);
    legs.push(round === rounds ? [from, ...stops, DEPOT] : [from, ...stops]);
    from = stops.at(-1)!;
  }
  return legs;
}

function timed(
  random: Random,
  stops: readonly Place[],
  speed: number,
): Omit<Leg, 'start' | 'end'> & { minutes: number } {
  const distance = drivenKilometres(random, stops);
  const minutes = (distance / speed) * 60 * (0.9 + 0.3 * random.next()) + (stops.length - 1) * random.between(5, 18);
  return { route: routeOf(stops), distance, minutes };
}

export function routeOf(stops: readonly Place[]): string {
  return stops.map(({ name }) => name).join(' → ');
}

/** Whole kilometres with a detour here and there. */
function drivenKilometres(random: Random, stops: readonly Place[]): number {
  const onTheMap = stops.slice(1).reduce((sum, stop, index) => sum + roadKilometres(stops[index]!, stop), 0);
  return Math.max(1, Math.round(onTheMap * (1 + 0.12 * random.next())));
}
