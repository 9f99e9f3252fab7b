import { EXAMPLE_DELIVERIES } from '@fleet/api/http/openapi/example-deliveries';
import { EXAMPLE_ROUTES } from '@fleet/api/http/openapi/example-routes';
import { EXAMPLE_SCHEDULES } from '@fleet/api/http/openapi/example-schedules';
import { EXAMPLE_DRIVERS, EXAMPLE_TRIPS, EXAMPLE_VEHICLES } from '@fleet/api/http/openapi/examples';
import { Answer, operation } from '@fleet/api/http/openapi/operation';
import { EXAMPLE_ENTRIES } from './audit.examples';
import { AuditPage } from './audit.responses';

const { vehicleChanged, driverDeactivated, tripEnded, routeActivated, deliveryOnRoad, schedulePaused } =
  EXAMPLE_ENTRIES;

const page = (description: string, ...items: readonly object[]): Answer => ({
  status: 200,
  description,
  type: AuditPage,
  example: { items, nextCursor: null },
});

export const list = operation({
  id: 'listAudit',
  summary: 'List what has happened',
  description:
    'Who did what, when and from where, and each changed field before and after: the entries that satisfy all the ' +
    'filters given, page by page, the latest in front.',
  answer: page('A page of entries.', driverDeactivated, vehicleChanged, tripEnded),
});

export const vehicleHistory = operation({
  id: 'listVehicleHistory',
  summary: 'List the history of a vehicle',
  description: 'What has happened to one vehicle, the latest in front. A vehicle that was deleted still has it.',
  pathId: { of: 'the vehicle', example: EXAMPLE_VEHICLES.available.id },
  answer: page('A page of the history.', vehicleChanged),
  problems: ['VEHICLE_NOT_FOUND'],
});

export const driverHistory = operation({
  id: 'listDriverHistory',
  summary: 'List the history of a driver',
  description: 'What has happened to one driver, the latest in front. A driver who was deleted still has it.',
  pathId: { of: 'the driver', example: EXAMPLE_DRIVERS.available.id },
  answer: page('A page of the history.', driverDeactivated),
  problems: ['DRIVER_NOT_FOUND'],
});

export const tripHistory = operation({
  id: 'listTripHistory',
  summary: 'List the history of a trip',
  description: 'What has happened to one trip, the latest in front.',
  pathId: { of: 'the trip', example: EXAMPLE_TRIPS.ended.id },
  answer: page('A page of the history.', tripEnded),
  problems: ['TRIP_NOT_FOUND'],
});

export const routeHistory = operation({
  id: 'listRouteHistory',
  summary: 'List the history of a route',
  description: 'What has happened to one route, the latest in front.',
  pathId: { of: 'the route', example: EXAMPLE_ROUTES.active.id },
  answer: page('A page of the history.', routeActivated),
  problems: ['ROUTE_NOT_FOUND'],
});

export const deliveryHistory = operation({
  id: 'listDeliveryHistory',
  summary: 'List the history of a delivery',
  description: 'What has happened to one delivery, the latest in front.',
  pathId: { of: 'the delivery', example: EXAMPLE_DELIVERIES.inTransit.id },
  answer: page('A page of the history.', deliveryOnRoad),
  problems: ['DELIVERY_NOT_FOUND'],
});

export const scheduleHistory = operation({
  id: 'listScheduleHistory',
  summary: 'List the history of a schedule',
  description: 'What has happened to one schedule, the latest in front. A schedule that was deleted still has it.',
  pathId: { of: 'the schedule', example: EXAMPLE_SCHEDULES.bread.id },
  answer: page('A page of the history.', schedulePaused),
  problems: ['SCHEDULE_NOT_FOUND'],
});
