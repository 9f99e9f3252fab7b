import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { faultsOf } from '@fleet/tests/builders/faults';
import { TripBuilder } from '@fleet/tests/builders/trip.builder';
import { Trip } from './trip';
import { TripAlreadyEndedError, TripOfDeliveryError } from './trip.errors';

const start = (route = ' Centro ', deliveryId: string | null = null) =>
  Trip.start({ id: 't1', vehicleId: 'v1', driverId: 'd1', route, deliveryId }, NOW);

describe('starting a trip', () => {
  it('makes a running trip of 0 km', () => {
    const trip = start();
    expect(trip.snapshot()).toEqual({
      id: 't1',
      vehicleId: 'v1',
      driverId: 'd1',
      route: 'Centro',
      deliveryId: null,
      startDate: NOW,
      endDate: null,
      distance: 0,
      version: 1,
      createdAt: NOW,
      updatedAt: NOW,
    });
    expect({ vehicleId: trip.vehicleId, driverId: trip.driverId }).toEqual({ vehicleId: 'v1', driverId: 'd1' });
  });

  it('records TripStarted with the full state', () => {
    const ids = { vehicleId: 'v1', driverId: 'd1' };
    const fields = { ...ids, route: 'Centro', deliveryId: null, endDate: null, distance: 0 };
    const payload = { ...fields, startDate: NOW.toISOString() };
    const event = {
      stream: 'Trip',
      streamId: 't1',
      version: 1,
      type: 'TripStarted',
      occurredAt: NOW,
      payload,
      previous: null,
    };
    expect(start().events).toEqual([event]);
  });

  it('keeps the delivery that it is for', () => {
    const trip = start('Centro', 'delivery-1');
    expect(trip.snapshot()).toMatchObject({ deliveryId: 'delivery-1' });
    expect(trip.events[0]?.payload).toMatchObject({ deliveryId: 'delivery-1' });
  });

  it.each<[number, string[]]>([
    [0, ['route is required']],
    [1, []],
    [255, []],
    [256, ['route must be at most 255 characters long']],
  ])('a route of %i characters', (length, faults) => {
    expect(faultsOf(() => start('r'.repeat(length)))).toEqual(faults);
  });
});

describe('ending a trip', () => {
  it('keeps when and after how many kilometres', () => {
    const trip = new TripBuilder().withId('t1').build();
    trip.end(42, NOW);
    expect(trip.snapshot()).toMatchObject({ startDate: EARLIER, endDate: NOW, distance: 42, version: 2 });
    expect(trip.snapshot()).toMatchObject({ createdAt: EARLIER, updatedAt: NOW });
    const payload = { endDate: NOW.toISOString(), distance: 42 };
    const event = { stream: 'Trip', streamId: 't1', version: 2, type: 'TripEnded', occurredAt: NOW, payload };
    expect(trip.events).toEqual([{ ...event, previous: { endDate: null, distance: 0 } }]);
  });

  it.each<[number, string[]]>([
    [-1, ['distance must be between 0 and 100000']],
    [0, []],
    [100_000, []],
    [100_001, ['distance must be between 0 and 100000']],
    [1.5, ['distance must be a whole number']],
    [NaN, ['distance must be a whole number']],
  ])('after %d km', (distance, faults) => {
    const trip = new TripBuilder().build();
    expect(faultsOf(() => trip.end(distance, NOW))).toEqual(faults);
    expect(trip.hasChanged).toBe(faults.length === 0);
  });

  it('happens once', () => {
    const trip = new TripBuilder().build();
    trip.end(0, NOW);
    expect(() => trip.end(5, NOW)).toThrow(TripAlreadyEndedError);
    expect(trip.events).toHaveLength(1);
    expect(trip.snapshot().distance).toBe(0);
  });

  it('is refused on a stored trip that has ended', () => {
    expect(() => new TripBuilder().ended().build().end(5, NOW)).toThrow(TripAlreadyEndedError);
  });

  it('is never before the start, although a clock may be', () => {
    const trip = new TripBuilder().startedAt(NOW).build();
    trip.end(1, EARLIER);
    expect(trip.snapshot().endDate).toEqual(NOW);
    expect(trip.events[0]?.payload).toEqual({ endDate: NOW.toISOString(), distance: 1 });
  });
});

describe('ending a trip by hand', () => {
  it('is not for a trip that a delivery has started', () => {
    const trip = new TripBuilder().ofDelivery('delivery-1').build();
    expect(() => trip.mustBeEndedByHand()).toThrow(new TripOfDeliveryError('delivery-1'));
    trip.end(1, NOW);
    expect(() => trip.mustBeEndedByHand()).not.toThrow();
  });

  it('is for every other one', () => {
    expect(() => new TripBuilder().build().mustBeEndedByHand()).not.toThrow();
  });
});

describe('a stored trip', () => {
  it.each([new TripBuilder(), new TripBuilder().ended(100), new TripBuilder().ofDelivery()])(
    'comes back from its snapshot as it was',
    (builder) => {
      expect(builder.build().snapshot()).toEqual(builder.snapshot());
      expect(builder.build().hasChanged).toBe(false);
    },
  );
});
