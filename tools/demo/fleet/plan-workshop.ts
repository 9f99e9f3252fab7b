import { withExampleRecord } from './example-rows';
import { FOUNDING_DAY, MaintenanceNote, PlannedVehicle, PlannedWork, VehicleRole } from './planned';
import { Random } from './random';
import { addMinutes, oClock, WorkingCalendar } from './working-calendar';
import { repair, service, Work } from './workshop';

/** Working days from one service to the next: some 90 days of the calendar. */
const INTERVAL = { shortest: 60, longest: 66 };
/** The working days of the last services, of vehicles that are not due and of vehicles that are (their last but one). */
const LAST_SERVICE = { latest: 3, earliest: 55 };
const LAST_BUT_ONE = { latest: 126, earliest: 130 };
/** A new vehicle has no service in its first working days. */
const NEW_FOR = 30;
const REPAIRS = 150;
/** Working days between a repair and a service, at least: else they would have been one. */
const APART = 8;
/** In how many days the vehicles are due that are. A service at a weekend is done on the Friday, so it may be less. */
const DUE_IN_DAYS = [-9, -6, -4, -3, -2, -1, 0, 1, 2, 2];
const MAINTENANCE_INTERVAL_DAYS = 90;
/** The working days on which the vehicles went to the workshop that are in it. */
const SENT_ON = [2, 1, 0];

/** Work of the whole history, in no particular order; `day` above the vehicle's `since` is from before it. */
export function planWorkshop(calendar: WorkingCalendar, vehicles: readonly PlannedVehicle[]): PlannedWork[] {
  const random = new Random('workshop');
  const services = vehicles.flatMap((vehicle) =>
    serviceDays(random, vehicle).map((day) => stay(random, calendar, vehicle, day, service(random, vehicle.kind))),
  );
  return [
    ...withExampleRecord(services),
    ...planRepairs(random, calendar, vehicles, services),
    ...lastServicesOfThoseDue(random, calendar, vehicles),
    ...staysNow(random, calendar, vehicles),
  ];
}

/** Counted from the end, because the end is what must be right: so many due, the others well away from it. */
function serviceDays(random: Random, { role, since }: PlannedVehicle): number[] {
  const { latest, earliest } = isDue(role) ? LAST_BUT_ONE : LAST_SERVICE;
  const days: number[] = [];
  for (let day = random.between(latest, earliest); ; day += random.between(INTERVAL.shortest, INTERVAL.longest)) {
    if (since < FOUNDING_DAY && day > since - NEW_FOR) return days;
    days.push(day === since ? day + 1 : day);
    // The founding fleet's last one before its registration tells when the next was due.
    if (day >= since) return days;
  }
}

function planRepairs(
  random: Random,
  calendar: WorkingCalendar,
  vehicles: readonly PlannedVehicle[],
  services: readonly PlannedWork[],
): PlannedWork[] {
  const candidates = vehicles.filter(({ role }) => role === 'ordinary');
  const works: PlannedWork[] = [];
  while (works.length < REPAIRS) {
    const vehicle = random.pick(candidates);
    const day = random.between(LAST_SERVICE.latest, vehicle.since - APART);
    const isNear = (work: PlannedWork) => work.vehicle === vehicle && Math.abs(work.day! - day) < APART;
    if (!services.some(isNear) && !works.some(isNear)) {
      works.push(stay(random, calendar, vehicle, day, repair(random, vehicle.kind)));
    }
  }
  return works;
}

function stay(
  random: Random,
  calendar: WorkingCalendar,
  vehicle: PlannedVehicle,
  day: number,
  work: Work,
): PlannedWork {
  const sent = calendar.workday(day, random.between(oClock(7, 40), oClock(9, 30)) + random.next());
  const date = calendar.workday(day, random.between(oClock(14), oClock(17, 20)) + random.next());
  return { vehicle, day, sent, record: recorded(random, date, work) };
}

function recorded(random: Random, date: Date, work: Work): MaintenanceNote {
  return { date, at: addMinutes(date, 3 + 22 * random.next()), ...work };
}

/** In the evening at the depot, so that it takes no day: on which working day it falls depends on today's weekday. */
function lastServicesOfThoseDue(
  random: Random,
  calendar: WorkingCalendar,
  vehicles: readonly PlannedVehicle[],
): PlannedWork[] {
  const due = vehicles.filter(({ role }) => isDue(role));
  return due.map((vehicle, index) => {
    const days = MAINTENANCE_INTERVAL_DAYS - DUE_IN_DAYS[index]!;
    const date = calendar.workdayBefore(days, oClock(18, 40) + random.next());
    return { vehicle, record: recorded(random, date, service(random, vehicle.kind)) };
  });
}

function staysNow(random: Random, calendar: WorkingCalendar, vehicles: readonly PlannedVehicle[]): PlannedWork[] {
  const there = vehicles.filter(({ role }) => role === 'due in workshop' || role === 'repair in workshop');
  return there.map((vehicle, index) => {
    const day = SENT_ON[index % SENT_ON.length]!;
    return { vehicle, day, sent: calendar.workday(day, random.between(oClock(7, 40), oClock(9, 30)) + random.next()) };
  });
}

function isDue(role: VehicleRole): boolean {
  return role === 'due' || role === 'due in workshop';
}
