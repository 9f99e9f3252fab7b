import { fleetVehicle } from '@fleet/bench/database/fleet-data';
import { VEHICLES } from './ended-trips';
import { vehicleItem } from './directus/fill-directus';

/** A request as each of the two takes it. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly body?: object;
}

export interface Question {
  readonly name: string;
  /** @param number counts the requests of a run up, so that each can be another one */
  product(number: number): Asked;
  directus(number: number): Asked;
}

const get = (path: string): Asked => ({ method: 'GET', path });
/** All over the fleet, and the same for both. */
const vehicle = (number: number) => fleetVehicle((number * 7_919) % VEHICLES);

export const QUESTIONS: readonly Question[] = [
  {
    name: 'one vehicle by its id',
    product: (number) => get(`/api/vehicles/${vehicle(number).id}`),
    directus: (number) => get(`/items/vehicles/${vehicle(number).id}`),
  },
  {
    name: 'a list of 50 in the order of plates',
    product: () => get('/api/vehicles?limit=50&sort=plate'),
    directus: () => get('/items/vehicles?limit=50&sort=plate'),
  },
  {
    name: 'a list of 50 with a status',
    product: () => get('/api/vehicles?limit=50&sort=plate&status=InMaintenance'),
    directus: () => get('/items/vehicles?limit=50&sort=plate&filter[status][_eq]=InMaintenance'),
  },
  {
    name: 'the vehicles that are available',
    product: () => get('/api/vehicles/available?limit=50'),
    directus: () => get('/items/vehicles?limit=50&sort=plate&filter[status][_eq]=Available'),
  },
  {
    name: 'the trips of a vehicle, newest first',
    product: (number) => get(`/api/trips?limit=50&vehicleId=${vehicle(number).id}`),
    directus: (number) => get(`/items/trips?limit=50&sort=-start_date&filter[vehicle_id][_eq]=${vehicle(number).id}`),
  },
  {
    name: 'a vehicle is registered',
    product: (number) => {
      const { plate, model, year, mileage } = fleetVehicle(VEHICLES + number);
      return { method: 'POST', path: '/api/vehicles', body: { plate, model, year, mileage } };
    },
    directus: (number) => {
      return { method: 'POST', path: '/items/vehicles', body: vehicleItem(fleetVehicle(VEHICLES + number)) };
    },
  },
  {
    name: 'a vehicle is changed',
    product: (number) => ({ method: 'PUT', path: `/api/vehicles/${vehicle(number).id}`, body: change(number) }),
    directus: (number) => ({ method: 'PATCH', path: `/items/vehicles/${vehicle(number).id}`, body: change(number) }),
  },
];

function change(number: number): object {
  return { model: `Iveco Daily ${number}`, year: 2020, mileage: vehicle(number).mileage };
}
