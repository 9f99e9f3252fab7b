import { DRIVERS, fleetDriver, fleetVehicle, isInWorkshop } from '@fleet/bench/database/fleet-data';
import { LoadMaker } from '@fleet/bench/load/load';
import { jsonPost } from './json-post';
import { Scenario } from './scenario';

export const DRIVE_TRIPS: Scenario = { name: 'POST a trip, its start and its end', goal: 0.3, load: trips };

export const ROUTE = 'Depot, Avenida Paulista, Depot';
export const DISTANCE = 42;

/** How many of a large fleet's vehicles drive. */
const VEHICLES = 50_000;

/** Each connection starts a trip and ends it, with a vehicle and a driver that are free. */
function trips(vehicles: number): LoadMaker {
  const free = {
    vehicles: Array.from({ length: Math.min(VEHICLES, vehicles) }, (_, place) => spread(place, vehicles)).filter(
      (index) => !isInWorkshop(index),
    ),
    drivers: Array.from({ length: DRIVERS }, (_, index) => index),
  };
  const start = jsonPost<OnTheRoad>(
    (context) => {
      context.vehicle = takeOne(free.vehicles);
      context.driver = takeOne(free.drivers);
      return { path: '/api/trips/start', body: startOf(context.vehicle, context.driver) };
    },
    (answer, context) => (context.tripId = (JSON.parse(answer) as { id: string }).id),
  );
  const end = jsonPost<OnTheRoad>(
    ({ tripId }) => ({ path: `/api/trips/end/${tripId}`, body: { distance: DISTANCE } }),
    (_answer, { vehicle, driver }) => {
      free.vehicles.push(vehicle);
      free.drivers.push(driver);
    },
  );
  // A trip that runs when a round is over keeps its vehicle and its driver; there are more than enough.
  return () => ({ requests: [start, end] });
}

export function startOf(vehicle: number, driver: number): object {
  return { vehicleId: fleetVehicle(vehicle).id, driverId: fleetDriver(driver).id, route: ROUTE };
}

interface OnTheRoad {
  vehicle: number;
  driver: number;
  tripId: string;
}

/** Places all over the fleet. */
function spread(place: number, vehicles: number): number {
  return vehicles <= VEHICLES ? place : Math.floor((place * vehicles) / VEHICLES) + (place % 5);
}

function takeOne(free: number[]): number {
  const at = Math.floor(Math.random() * free.length);
  const taken = free[at]!;
  free[at] = free.at(-1)!;
  free.pop();
  return taken;
}
