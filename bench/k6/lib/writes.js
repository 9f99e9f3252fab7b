import exec from 'k6/execution';
import { write } from './client.js';
import { countOf, idAt } from './fleet.js';

const plate = (run, number) => `${run}${number.toString(36).toUpperCase().padStart(5, '0')}`;

/** A vehicle comes into the fleet, and another one is changed. */
export function changeFleet({ key, run, vehicles, mileage }) {
  const number = exec.scenario.iterationInTest;
  if (number % 2 === 0) {
    const registration = { plate: plate(run, number / 2), model: 'Volkswagen Delivery', year: 2024, mileage: 0 };
    write(key, 'POST', '/api/vehicles', registration, 201, '/api/vehicles');
    return;
  }
  const half = Math.floor(countOf(vehicles) / 2);
  const id = idAt(vehicles, half + (((number - 1) / 2) % half));
  const change = { model: 'Iveco Daily', year: 2015 + (number % 10), mileage };
  write(key, 'PUT', `/api/vehicles/${id}`, change, 200, '/api/vehicles/:id');
}

/** A trip starts and ends, each with a vehicle and a driver that no other trip of the same time has. */
export function drive({ key, vehicles, drivers }) {
  const place = exec.scenario.iterationInTest % Math.min(Math.floor(countOf(vehicles) / 2), countOf(drivers));
  const start = {
    vehicleId: idAt(vehicles, place),
    driverId: idAt(drivers, place),
    route: 'Depot, Avenida Paulista, Depot',
  };
  const started = write(key, 'POST', '/api/trips/start', start, 201, '/api/trips/start');
  if (started.status !== 201) return;
  write(key, 'POST', `/api/trips/end/${started.json('id')}`, { distance: 1 }, 200, '/api/trips/end/:id');
}
