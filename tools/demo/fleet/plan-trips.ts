import { exampleTrip, runningTrip } from './example-rows';
import { CAPITALS, DEPOT } from './places';
import { planTour, routeOf } from './plan-tour';
import { FOUNDING_DAY, isAtWork, PlannedDriver, PlannedTrip, PlannedVehicle, PlannedWork } from './planned';
import { Random } from './random';
import { DEMAND } from './vehicle-models';
import { addMinutes, WorkingCalendar } from './working-calendar';

const TOURS_A_WORKDAY = { fewest: 9, most: 14 };
const TOURS_A_FREE_DAY = { fewest: 0, most: 3 };
const FREE_DAYS = 100;
/** The trips that are under way now began this long before the history ends, in minutes. */
const UNDER_WAY = { shortest: 15, longest: 215 };

interface Day {
  readonly tours: number;
  time(minute: number): Date;
  canDrive(driver: PlannedDriver): boolean;
  canBeDriven(vehicle: PlannedVehicle): boolean;
}

/** The trips of the whole history, in no particular order. The workshop comes first: they keep clear of its days. */
export function planTrips(
  calendar: WorkingCalendar,
  vehicles: readonly PlannedVehicle[],
  drivers: readonly PlannedDriver[],
  works: readonly PlannedWork[],
): PlannedTrip[] {
  const random = new Random('trips');
  const demand = vehicles.flatMap((vehicle) => Array.from({ length: DEMAND[vehicle.kind] }, () => vehicle));
  const days = [...workdays(random, calendar, works), ...freeDays(random, calendar)];
  return [
    ...days.flatMap((day) => tripsOf(random, day, demand, drivers)),
    exampleTrip(calendar, vehicles, drivers),
    ...tripsUnderWay(random, calendar, vehicles, drivers).map(runningTrip),
  ];
}

function workdays(random: Random, calendar: WorkingCalendar, works: readonly PlannedWork[]): Day[] {
  const inWorkshop: Set<PlannedVehicle>[] = [];
  for (const { day, vehicle } of works) if (day !== undefined) (inWorkshop[day] ??= new Set()).add(vehicle);
  return Array.from({ length: FOUNDING_DAY }, (_, day) => ({
    tours: random.between(TOURS_A_WORKDAY.fewest, TOURS_A_WORKDAY.most),
    time: (minute) => calendar.workday(day, minute),
    canDrive: (driver) => isAtWork(driver, day),
    canBeDriven: (vehicle) => isAtWork(vehicle, day) && !inWorkshop[day]?.has(vehicle),
  }));
}

/** Weekend duty is for those who have been there from the beginning, and whom nothing keeps from it at the end. */
function freeDays(random: Random, calendar: WorkingCalendar): Day[] {
  const isOnDuty = ({ role, since }: PlannedDriver | PlannedVehicle) => role === 'ordinary' && since === FOUNDING_DAY;
  return Array.from({ length: FREE_DAYS }, (_, day) => ({
    tours: random.between(TOURS_A_FREE_DAY.fewest, TOURS_A_FREE_DAY.most),
    time: (minute) => calendar.freeDay(day, minute),
    canDrive: isOnDuty,
    canBeDriven: isOnDuty,
  }));
}

/** A driver keeps a vehicle for the day, so neither is ever in two places. */
function tripsOf(
  random: Random,
  day: Day,
  demand: readonly PlannedVehicle[],
  drivers: readonly PlannedDriver[],
): PlannedTrip[] {
  const crew = random.pickSome(drivers, day.tours, (driver) => day.canDrive(driver));
  const vehicles = random.pickSome(demand, day.tours, (vehicle) => day.canBeDriven(vehicle));
  // Nobody sets out on the full minute.
  const moment = (minute: number) => addMinutes(day.time(minute), random.next());
  return vehicles.flatMap((vehicle, index) =>
    planTour(random, vehicle.kind).map(({ route, distance, start, end }) => ({
      vehicle,
      driver: crew[index]!,
      route,
      start: moment(start),
      ended: { at: moment(end), distance },
    })),
  );
}

function tripsUnderWay(
  random: Random,
  calendar: WorkingCalendar,
  vehicles: readonly PlannedVehicle[],
  drivers: readonly PlannedDriver[],
): PlannedTrip[] {
  const crew = drivers.filter(({ role }) => role === 'on the road');
  return vehicles
    .filter(({ role }) => role === 'on the road')
    .map((vehicle, index) => ({
      vehicle,
      driver: crew[index]!,
      route: routeOf([DEPOT, random.pick(CAPITALS)]),
      start: addMinutes(calendar.anchor, -random.between(UNDER_WAY.shortest, UNDER_WAY.longest) - random.next()),
    }));
}
