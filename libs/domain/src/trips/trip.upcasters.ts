import { Upcasters } from '@fleet/domain/shared/event-versions';
import { TripEventType } from './trip.events';

export const TRIP_UPCASTERS = {
  // Before there were deliveries, no trip was for one.
  TripStarted: [(payload) => ({ ...payload, deliveryId: null })],
} satisfies Upcasters<TripEventType>;
