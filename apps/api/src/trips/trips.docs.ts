import { EXAMPLE_DRIVERS, EXAMPLE_TRIPS, EXAMPLE_VEHICLES } from '@fleet/api/http/openapi/examples';
import { operation } from '@fleet/api/http/openapi/operation';
import { EndTripRequest, StartTripRequest } from './trips.dto';
import { TripPage, TripResponse } from './trips.responses';

const { ended, running } = EXAMPLE_TRIPS;

export const list = operation({
  id: 'listTrips',
  summary: 'List trips',
  description:
    'The trips, running and ended, that satisfy all the filters given, page by page. Without filters: all of them, the latest in front.',
  answer: {
    status: 200,
    description: 'A page of trips.',
    type: TripPage,
    example: { items: [running, ended], nextCursor: null },
  },
});

export const listActive = operation({
  id: 'listActiveTrips',
  summary: 'List active trips',
  description: 'The trips that are running now, with the filters and the order of the list of trips.',
  answer: {
    status: 200,
    description: 'A page of running trips.',
    type: TripPage,
    example: { items: [running], nextCursor: null },
  },
});

export const get = operation({
  id: 'getTrip',
  summary: 'Get a trip',
  description: 'One trip by its id, running or ended.',
  pathId: { of: 'the trip', example: ended.id },
  condition: 'If-None-Match',
  answer: { status: 200, description: 'The trip.', type: TripResponse, example: ended, headers: ['ETag'] },
  problems: ['TRIP_NOT_FOUND'],
});

const START = {
  vehicleId: EXAMPLE_VEHICLES.forTrip.id,
  driverId: EXAMPLE_DRIVERS.forTrip.id,
  route: 'Distrito Industrial - Centro',
};

export const start = operation({
  id: 'startTrip',
  summary: 'Start a trip',
  description:
    'Sends an available vehicle and an available driver on their way; from now on neither is available. Of any ' +
    'number of simultaneous starts for one vehicle or one driver, exactly one succeeds.',
  body: { type: StartTripRequest, examples: { start: { summary: 'A trip into town', value: START } } },
  answer: {
    status: 201,
    description: 'The trip, running.',
    type: TripResponse,
    example: { ...running, ...START },
    headers: ['ETag', 'Location'],
  },
  problems: [
    'VEHICLE_NOT_FOUND',
    'DRIVER_NOT_FOUND',
    'VEHICLE_NOT_AVAILABLE',
    'DRIVER_NOT_AVAILABLE',
    'CONCURRENT_UPDATE',
  ],
});

export const end = operation({
  id: 'endTrip',
  summary: 'End a trip',
  description:
    'Ends a running trip, once: its vehicle and its driver are available again, and the distance is added to the ' +
    'mileage of the vehicle. A trip that a delivery has started is ended by that delivery.',
  pathId: { of: 'the trip', example: running.id },
  condition: 'If-Match',
  body: { type: EndTripRequest, examples: { end: { summary: '104 km were driven', value: { distance: 104 } } } },
  answer: {
    status: 200,
    description: 'The trip, ended.',
    type: TripResponse,
    example: { ...running, endDate: '2025-08-20T10:05:00.000Z', distance: 104, version: 2 },
    headers: ['ETag'],
  },
  problems: ['TRIP_NOT_FOUND', 'TRIP_ALREADY_ENDED', 'TRIP_OF_DELIVERY', 'VEHICLE_NOT_IN_USE'],
});
