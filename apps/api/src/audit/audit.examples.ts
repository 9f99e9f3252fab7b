import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import { EXAMPLE_USERS } from '@fleet/api/http/openapi/example-accounts';
import { EXAMPLE_DELIVERIES } from '@fleet/api/http/openapi/example-deliveries';
import { EXAMPLE_ROUTES } from '@fleet/api/http/openapi/example-routes';
import { EXAMPLE_SCHEDULES } from '@fleet/api/http/openapi/example-schedules';
import { EXAMPLE_DRIVERS, EXAMPLE_TRIPS, EXAMPLE_VEHICLES, ID } from '@fleet/api/http/openapi/examples';

const ACTOR = { actor: `user:${EXAMPLE_USERS.admin.id}`, address: '203.0.113.7' };

/** What has happened to the rows that the documentation's other examples speak of. */
export const EXAMPLE_ENTRIES = {
  vehicleChanged: {
    id: `${ID}-900000000001`,
    occurredAt: '2025-08-20T09:30:00.000Z',
    entity: 'Vehicle',
    entityId: EXAMPLE_VEHICLES.available.id,
    action: 'VehicleDetailsChanged',
    version: 4,
    requestId: `${ID}-9d43c0000001`,
    ...ACTOR,
    changes: [{ field: 'mileage', before: 48210, after: 48315, erased: false }],
  },
  driverDeactivated: {
    id: `${ID}-900000000002`,
    occurredAt: '2025-08-20T09:45:00.000Z',
    entity: 'Driver',
    entityId: EXAMPLE_DRIVERS.available.id,
    action: 'DriverDeactivated',
    version: 4,
    requestId: `${ID}-9d43c0000002`,
    ...ACTOR,
    changes: [
      { field: 'active', before: true, after: false, erased: false },
      { field: 'available', before: true, after: false, erased: false },
    ],
  },
  tripEnded: {
    id: `${ID}-900000000003`,
    occurredAt: EXAMPLE_TRIPS.ended.endDate,
    entity: 'Trip',
    entityId: EXAMPLE_TRIPS.ended.id,
    action: 'TripEnded',
    version: 2,
    requestId: `${ID}-9d43c0000003`,
    ...ACTOR,
    changes: [
      { field: 'endDate', before: null, after: EXAMPLE_TRIPS.ended.endDate, erased: false },
      { field: 'distance', before: 0, after: EXAMPLE_TRIPS.ended.distance, erased: false },
    ],
  },
  routeActivated: {
    id: `${ID}-900000000004`,
    occurredAt: EXAMPLE_ROUTES.active.activatedAt,
    entity: 'Route',
    entityId: EXAMPLE_ROUTES.active.id,
    action: 'RouteActivated',
    version: 2,
    requestId: `${ID}-9d43c0000004`,
    ...ACTOR,
    changes: [
      { field: 'status', before: 'Planning', after: 'Active', erased: false },
      { field: 'activatedAt', before: null, after: EXAMPLE_ROUTES.active.activatedAt, erased: false },
    ],
  },
  deliveryOnRoad: {
    id: `${ID}-900000000005`,
    occurredAt: '2025-08-20T11:02:00.000Z',
    entity: 'Delivery',
    entityId: EXAMPLE_DELIVERIES.inTransit.id,
    action: 'DeliveryWentInTransit',
    version: 2,
    requestId: `${ID}-9d43c0000005`,
    ...ACTOR,
    changes: [
      { field: 'status', before: 'PickedUp', after: 'InTransit', erased: false },
      { field: 'tripId', before: null, after: EXAMPLE_DELIVERIES.inTransit.tripId, erased: false },
    ],
  },
  schedulePaused: {
    id: `${ID}-900000000006`,
    occurredAt: '2025-08-20T10:15:00.000Z',
    entity: 'Schedule',
    entityId: EXAMPLE_SCHEDULES.bread.id,
    action: 'SchedulePaused',
    version: 2,
    requestId: `${ID}-9d43c0000006`,
    ...ACTOR,
    changes: [{ field: 'active', before: true, after: false, erased: false }],
  },
} as const satisfies Record<string, AuditEntry>;
