import { EventVersions } from '@fleet/domain/shared/event-versions';
import { TRIP_UPCASTERS } from './trip.upcasters';

const versions = new EventVersions(TRIP_UPCASTERS);

it('a trip of before there were deliveries was for none', () => {
  const started = { vehicleId: 'v1', driverId: 'd1', route: 'Centro', startDate: 'then', endDate: null, distance: 0 };
  expect(versions.upcast('TripStarted', 1, started)).toEqual({ ...started, deliveryId: null });
  expect(versions.upcast('TripStarted', 2, { ...started, deliveryId: 'd' })).toEqual({ ...started, deliveryId: 'd' });
});
