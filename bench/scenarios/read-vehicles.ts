import { fleetVehicle } from '@fleet/bench/database/fleet-data';
import { LoadMaker, reads } from '@fleet/bench/load/load';
import { Scenario } from './scenario';

/** Vehicles that a connection asks for before it begins again; ten connections touch 30,000 of a large fleet. */
const VEHICLES_A_CONNECTION = 3_000;

export const LIST = '/api/vehicles?limit=50';
export const LIST_WITH_STATUS = '/api/vehicles?limit=50&status=Available';
export const LIST_AVAILABLE = '/api/vehicles/available?limit=50';

export const READS: readonly Scenario[] = [
  { name: 'GET one vehicle', goal: 0.6, load: randomVehicles },
  { name: 'GET a list of 50', goal: 0.6, load: () => always(LIST) },
  { name: 'GET a list of 50 with a status', goal: 0.6, load: () => always(LIST_WITH_STATUS) },
  { name: 'GET the available vehicles', goal: 0.7, goalOfMemory: 0.35, load: () => always(LIST_AVAILABLE) },
];

export function randomVehicle(vehicles: number): string {
  return `/api/vehicles/${fleetVehicle(Math.floor(Math.random() * vehicles)).id}`;
}

function randomVehicles(vehicles: number): LoadMaker {
  return () => reads(() => Array.from({ length: VEHICLES_A_CONNECTION }, () => randomVehicle(vehicles)));
}

function always(path: string): LoadMaker {
  return () => reads(() => [path]);
}
