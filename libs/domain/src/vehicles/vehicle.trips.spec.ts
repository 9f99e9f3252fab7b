import { NOW } from '@fleet/tests/builders/moments';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { VehicleNotAvailableError, VehicleNotInUseError } from './vehicle.errors';

describe('a trip of a vehicle', () => {
  it('puts an available vehicle to use', () => {
    const vehicle = new VehicleBuilder().withId('v1').withVersion(4).build();
    vehicle.startTrip('t1', NOW);
    expect(vehicle.snapshot()).toMatchObject({ status: 'InUse', version: 5, updatedAt: NOW });
    expect(vehicle.events).toEqual([
      {
        stream: 'Vehicle',
        streamId: 'v1',
        version: 5,
        type: 'VehicleTripStarted',
        occurredAt: NOW,
        payload: { tripId: 't1', status: 'InUse' },
        previous: { status: 'Available' },
      },
    ]);
  });

  it.each(['InUse', 'InMaintenance'] as const)('does not start when the vehicle is %s', (status) => {
    const vehicle = new VehicleBuilder().withStatus(status).build();
    expect(() => vehicle.startTrip('t1', NOW)).toThrow(VehicleNotAvailableError);
    expect(vehicle.hasChanged).toBe(false);
  });

  it('makes the vehicle available at its end, with the distance on its mileage', () => {
    const vehicle = new VehicleBuilder().inUse().withMileage(1_000).build();
    vehicle.endTrip('t1', 42, NOW);
    expect(vehicle.snapshot()).toMatchObject({ status: 'Available', mileage: 1_042, version: 2, updatedAt: NOW });
    expect(vehicle.events).toMatchObject([
      { type: 'VehicleTripEnded', version: 2, payload: { tripId: 't1', status: 'Available', mileage: 1_042 } },
    ]);
  });

  it('may carry the mileage beyond what can be typed in', () => {
    const vehicle = new VehicleBuilder().inUse().withMileage(9_999_999).build();
    vehicle.endTrip('t1', 100_000, NOW);
    expect(vehicle.snapshot().mileage).toBe(10_099_999);
  });

  it('may be 0 km long', () => {
    const vehicle = new VehicleBuilder().inUse().withMileage(7).build();
    vehicle.endTrip('t1', 0, NOW);
    expect(vehicle.snapshot()).toMatchObject({ status: 'Available', mileage: 7 });
  });

  it.each(['Available', 'InMaintenance'] as const)('does not end when the vehicle is %s', (status) => {
    const vehicle = new VehicleBuilder().withStatus(status).build();
    expect(() => vehicle.endTrip('t1', 1, NOW)).toThrow(VehicleNotInUseError);
    expect(vehicle.hasChanged).toBe(false);
  });
});
