import { planVehicles } from './plan-vehicles';
import { planDrivers } from './plan-drivers';
import { planTrips } from './plan-trips';
import { planWorkshop } from './plan-workshop';
import { Deed, PlannedDriver, PlannedTrip, PlannedVehicle, PlannedWork } from './planned';
import { inOrder, oClock, WorkingCalendar } from './working-calendar';

/** Somebody types them in one after the other, the vehicles first. */
const VEHICLES_FROM = oClock(8, 30);
const DRIVERS_FROM = oClock(13, 30);
const MINUTES_APART = 0.7;
const LAST_DAY_ENDS = oClock(18, 45);

/** Who and what there is, and everything that is done with it, the oldest first. */
export interface FleetPlan {
  readonly vehicles: readonly PlannedVehicle[];
  readonly drivers: readonly PlannedDriver[];
  readonly works: readonly PlannedWork[];
  readonly deeds: readonly Deed[];
}

/**
 * A year of a courier's fleet in Campinas, up to the calendar's anchor: everything that is done in it but deliveries.
 * Whatever it is, the same things happen: only their dates move, so that the history ends today.
 *
 * @param calendar whose anchor is where it ends
 */
export function planFleet(calendar: WorkingCalendar): FleetPlan {
  const vehicles = planVehicles();
  const drivers = planDrivers();
  const works = planWorkshop(calendar, vehicles);
  const trips = planTrips(calendar, vehicles, drivers, works);
  const deeds = [
    ...vehicles.map((vehicle, index) => registrationOf(calendar, vehicle, index, works)),
    ...drivers.flatMap((driver, index) => career(calendar, driver, index)),
    ...works.filter(({ day, vehicle }) => day === undefined || day < vehicle.since).flatMap(workDone),
    ...trips.flatMap(tripMade),
  ];
  return { vehicles, drivers, works, deeds: inOrder(deeds) };
}

function registrationOf(
  calendar: WorkingCalendar,
  vehicle: PlannedVehicle,
  index: number,
  works: readonly PlannedWork[],
): Deed {
  const before = works.find((work) => work.vehicle === vehicle && work.day !== undefined && work.day > vehicle.since);
  const at = calendar.workday(vehicle.since, VEHICLES_FROM + index * MINUTES_APART);
  return { at, doneIn: (fleet) => fleet.registerVehicle(vehicle, before?.record?.date) };
}

function career(calendar: WorkingCalendar, driver: PlannedDriver, index: number): Deed[] {
  const at = calendar.workday(driver.since, DRIVERS_FROM + index * MINUTES_APART);
  const registered: Deed = { at, doneIn: (fleet) => fleet.registerDriver(driver) };
  if (driver.role !== 'left') return [registered];
  const left = calendar.workday(driver.until, LAST_DAY_ENDS);
  return [registered, { at: left, doneIn: (fleet) => fleet.deactivateDriver(driver) }];
}

function workDone(work: PlannedWork): Deed[] {
  const { vehicle, sent, record } = work;
  const deeds: Deed[] = [];
  if (sent) deeds.push({ at: sent, doneIn: (fleet) => fleet.sendToWorkshop(vehicle) });
  if (record) deeds.push({ at: record.at, doneIn: (fleet) => fleet.recordMaintenance(work, record) });
  return deeds;
}

function tripMade(trip: PlannedTrip): Deed[] {
  const { start, ended } = trip;
  const started: Deed = { at: start, doneIn: (fleet) => fleet.startTrip(trip) };
  return ended ? [started, { at: ended.at, doneIn: (fleet) => fleet.endTrip(trip, ended.distance) }] : [started];
}
