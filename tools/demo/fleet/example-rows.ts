import {
  EXAMPLE_DRIVERS,
  EXAMPLE_MAINTENANCE_RECORD,
  EXAMPLE_TRIPS,
  EXAMPLE_VEHICLES,
} from '@fleet/api/http/openapi/examples';
import { EXAMPLE_DELIVERY_DRIVERS, EXAMPLE_DELIVERY_VEHICLES } from '@fleet/api/http/openapi/example-deliveries';
import { FOUNDING_DAY, PlannedDriver, PlannedTrip, PlannedVehicle, PlannedWork } from './planned';
import { oClock, WorkingCalendar } from './working-calendar';

// What the examples of the API's documentation speak of, in roles that end in the states which they promise.

/** Kilometres between the registration and now, at the most: at the end no example's mileage is above what it shows. */
const DRIVEN_IN_A_YEAR = 8_000;
/** In the evening, when the day's tours are over. */
const ENDED_TRIP = { workday: 1, start: oClock(18, 50), end: oClock(20, 20) };

type Part<P extends { role: unknown }> = Pick<P, 'role'> & { until?: number };

const VEHICLES: Record<keyof typeof EXAMPLE_VEHICLES, Part<PlannedVehicle> & Pick<PlannedVehicle, 'kind'>> = {
  available: { kind: 'car', role: 'ordinary' },
  forTrip: { kind: 'van', role: 'ordinary' },
  forWorkshop: { kind: 'car', role: 'ordinary' },
  inWorkshop: { kind: 'van', role: 'repair in workshop', until: 3 },
  onTrip: { kind: 'car', role: 'on the road', until: 1 },
  toDelete: { kind: 'car', role: 'spare', until: FOUNDING_DAY },
};

const DRIVERS: Record<keyof typeof EXAMPLE_DRIVERS, Part<PlannedDriver>> = {
  available: { role: 'ordinary' },
  forTrip: { role: 'ordinary' },
  inactive: { role: 'left', until: 30 },
  toDeactivate: { role: 'ordinary' },
  onTrip: { role: 'on the road', until: 1 },
  toErase: { role: 'ordinary' },
  toDelete: { role: 'spare', until: FOUNDING_DAY },
};

/** Those of the examples of deliveries do nothing else. */
const DELIVERING = { role: 'deliveries', kind: 'van', until: FOUNDING_DAY } as const;

export function exampleVehicles(): PlannedVehicle[] {
  const names = Object.keys(VEHICLES) as (keyof typeof VEHICLES)[];
  const vehicles = names.map((name) => ({ ...EXAMPLE_VEHICLES[name], part: VEHICLES[name] }));
  const delivering = Object.values(EXAMPLE_DELIVERY_VEHICLES).map((row) => ({ ...row, part: DELIVERING }));
  return [...vehicles, ...delivering].map(({ id, plate, model, year, mileage, part }) => {
    const before = Math.max(0, mileage - DRIVEN_IN_A_YEAR);
    return { id, plate, model, year, mileage: before, since: FOUNDING_DAY, until: 0, ...part };
  });
}

export function exampleDrivers(): PlannedDriver[] {
  const names = Object.keys(DRIVERS) as (keyof typeof DRIVERS)[];
  const drivers = names.map((name) => ({ ...EXAMPLE_DRIVERS[name], part: DRIVERS[name] }));
  const { role, until } = DELIVERING;
  const delivering = Object.values(EXAMPLE_DELIVERY_DRIVERS).map((row) => ({ ...row, part: { role, until } }));
  return [...drivers, ...delivering].map(({ id, name, licenseNumber, phone, part }) => {
    return { id, name, licenseNumber, phone, since: FOUNDING_DAY, until: 0, ...part };
  });
}

export function exampleTrip(
  calendar: WorkingCalendar,
  vehicles: readonly PlannedVehicle[],
  drivers: readonly PlannedDriver[],
): PlannedTrip {
  const { id, vehicleId, driverId, route, distance } = EXAMPLE_TRIPS.ended;
  const { workday, start, end } = ENDED_TRIP;
  return {
    id,
    vehicle: vehicles.find((vehicle) => vehicle.id === vehicleId)!,
    driver: drivers.find((driver) => driver.id === driverId)!,
    route,
    start: calendar.workday(workday, start),
    ended: { at: calendar.workday(workday, end), distance },
  };
}

/** The trip itself, or the example, when it is the one of the example's vehicle. */
export function runningTrip(trip: PlannedTrip): PlannedTrip {
  const { id, vehicleId, route } = EXAMPLE_TRIPS.running;
  return trip.vehicle.id === vehicleId ? { ...trip, id, route } : trip;
}

/** The works, with the example in the place of the last service of its vehicle. */
export function withExampleRecord(works: readonly PlannedWork[]): PlannedWork[] {
  const { id, vehicleId, description, cost } = EXAMPLE_MAINTENANCE_RECORD;
  const last = works.findIndex(({ vehicle, record }) => vehicle.id === vehicleId && record);
  return works.map((work, index) =>
    index === last && work.record ? { ...work, id, record: { ...work.record, description, cost } } : work,
  );
}
