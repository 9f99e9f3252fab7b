import { TripBuilder } from '@fleet/tests/builders/trip.builder';
import { toTrip, toTripRecord } from './trip.mapper';

describe('the trip mapper', () => {
  it.each([
    ['running', new TripBuilder()],
    ['ended', new TripBuilder().ended()],
  ])('brings back a trip that is %s', (_, builder) => {
    expect(toTrip(toTripRecord(builder.build())).snapshot()).toEqual(builder.snapshot());
  });

  it('lowers the ids, which SQL Server gives in upper case', () => {
    const record = toTripRecord(new TripBuilder().build());
    const { id, vehicleId, driverId } = record;
    const upper = { id: id.toUpperCase(), vehicleId: vehicleId.toUpperCase(), driverId: driverId.toUpperCase() };
    expect(toTrip({ ...record, ...upper }).snapshot()).toMatchObject({ id, vehicleId, driverId });
  });
});
