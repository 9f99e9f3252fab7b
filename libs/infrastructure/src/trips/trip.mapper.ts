import { Trip } from '@fleet/domain/trips/trip';
import { TripRecord } from './trip.record';

export function toTrip(record: TripRecord): Trip {
  return Trip.restore({
    ...record,
    id: record.id.toLowerCase(),
    vehicleId: record.vehicleId.toLowerCase(),
    driverId: record.driverId.toLowerCase(),
    deliveryId: record.deliveryId?.toLowerCase() ?? null,
  });
}

export function toTripRecord(trip: Trip): TripRecord {
  return trip.snapshot();
}
