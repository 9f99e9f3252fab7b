import { AggregateRepository } from '@fleet/domain/shared/aggregate-repository';
import { Vehicle } from './vehicle';
import { VehicleId } from './vehicle-id';

/** Where vehicles are kept. `add`, `addMany` throw PlateTakenError when a vehicle already has the plate. */
export abstract class VehicleRepository extends AggregateRepository<Vehicle> {
  /** Keeps everybody else from changing the vehicle until the present unit of work is over; false when there is none. */
  abstract lock(id: VehicleId): Promise<boolean>;

  /** Whether the vehicle is or was assigned to a delivery. Then it cannot be removed. */
  abstract hasDeliveries(id: VehicleId): Promise<boolean>;

  /** Whether the vehicle has ever been on a trip, ended ones included. Then `remove` throws VehicleHasTripsError. */
  abstract hasTrips(id: VehicleId): Promise<boolean>;

  /** The vehicles that have one of these plates, in no particular order. Plates are given as `parsePlate` gives them. */
  abstract findByPlates(plates: readonly string[]): Promise<Vehicle[]>;

  /** Adds all of them with their events, or none. */
  abstract addMany(vehicles: readonly Vehicle[]): Promise<void>;
}
