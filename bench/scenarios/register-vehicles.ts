import { fleetVehicle } from '@fleet/bench/database/fleet-data';
import { jsonPost } from './json-post';
import { Scenario } from './scenario';

export const REGISTER_VEHICLE: Scenario = {
  name: 'POST a vehicle',
  goal: 0.4,
  load: (vehicles) => {
    // Behind the last one of the fleet: none of these plates is taken.
    let next = vehicles;
    return () => ({ requests: [jsonPost(() => ({ path: '/api/vehicles', body: registration(next++) }))] });
  },
};

export function registration(index: number): object {
  const { plate, model, year, mileage } = fleetVehicle(index);
  return { plate, model, year, mileage };
}
