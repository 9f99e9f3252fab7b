import { AggregateRepository } from '@fleet/domain/shared/aggregate-repository';
import { Trip } from './trip';

/**
 * Where trips are kept. `add` throws VehicleNotAvailableError or DriverNotAvailableError when the vehicle or the driver
 * already has an active trip, whoever started it.
 */
export abstract class TripRepository extends AggregateRepository<Trip> {}
