import { TripBuilder } from '@fleet/tests/builders/trip.builder';
import { toTrip, toTripRecord } from './trip.mapper';

describe('the trip mapper', () => {
  it.each([
    ['running', new TripBuilder()],
    ['ended', new TripBuilder().ended()],
    ['of a delivery', new TripBuilder().ofDelivery()],
  ])('brings back a trip that is %s', (_, builder) => {
    expect(toTrip(toTripRecord(builder.build())).snapshot()).toEqual(builder.snapshot());
  });

  it('lowers the ids, which SQL Server gives in upper case', () => {
    const record = toTripRecord(new TripBuilder().ofDelivery().build());
    const { id, vehicleId, driverId, deliveryId } = record;
    const ids = { id, vehicleId, driverId, deliveryId: deliveryId! };
    const upper = Object.fromEntries(Object.entries(ids).map(([field, value]) => [field, value.toUpperCase()]));
    expect(toTrip({ ...record, ...upper }).snapshot()).toMatchObject(ids);
  });
});
