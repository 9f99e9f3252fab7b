import { Trip } from '@fleet/domain/trips/trip';

/** A trip as readers see it. Instants are ISO 8601 in UTC. */
export interface TripView {
  readonly id: string;
  readonly vehicleId: string;
  readonly driverId: string;
  readonly route: string;
  readonly startDate: string;
  /** Null while the trip runs. */
  readonly endDate: string | null;
  /** Kilometres; 0 while the trip runs. */
  readonly distance: number;
  readonly version: number;
}

export function tripView(trip: Trip): TripView {
  const { id, vehicleId, driverId, route, startDate, endDate, distance, version } = trip.snapshot();
  return {
    id,
    vehicleId,
    driverId,
    route,
    startDate: startDate.toISOString(),
    endDate: endDate?.toISOString() ?? null,
    distance,
    version,
  };
}
