import { LiveDeliveryView } from '@fleet/application/deliveries/live-delivery.view';
import { ServiceLevelView } from '@fleet/application/deliveries/service-level.view';
import { FleetOverviewView } from '@fleet/application/fleet/fleet-overview.view';
import { EXAMPLE_DELIVERIES } from './example-deliveries';
import { EXAMPLE_DRIVERS, EXAMPLE_VEHICLES } from './examples';

const { inTransit } = EXAMPLE_DELIVERIES;

/** A delivery that is on the road, seven minutes behind. */
export const EXAMPLE_LIVE = {
  deliveryId: inTransit.id,
  reference: inTransit.reference,
  status: 'InTransit',
  priority: 'Normal',
  vehicleId: EXAMPLE_VEHICLES.onTrip.id,
  driverId: EXAMPLE_DRIVERS.onTrip.id,
  customerName: 'Helena Castro',
  route: {
    id: inTransit.routeId,
    name: 'Campinas north, morning',
    scheduledStart: '2025-08-20T08:00:00.000Z',
    scheduledEnd: '2025-08-20T12:00:00.000Z',
  },
  promisedBy: '2025-08-20T12:00:00.000Z',
  delayMinutes: 7,
  checkpointsReached: [{ sequence: 1, reachedAt: '2025-08-20T09:07:00.000Z', delayMinutes: 7, outsideWindow: false }],
  checkpointsAhead: [
    {
      sequence: 2,
      location: 'Rua das Flores 12, Campinas',
      latitude: -22.9056,
      longitude: -47.0608,
      expectedAt: '2025-08-20T12:00:00.000Z',
      estimatedAt: '2025-08-20T12:07:00.000Z',
    },
  ],
  estimatedEnd: '2025-08-20T12:07:00.000Z',
  isLate: true,
} as const satisfies LiveDeliveryView;

const PUNCTUALITY = {
  deliveries: 412,
  promised: 400,
  onTime: 368,
  onTimeShare: 0.92,
  medianLateMinutes: -14,
  p95LateMinutes: 9,
} as const;

export const EXAMPLE_SERVICE_LEVEL = {
  by: 'driver',
  from: '2025-08-01T00:00:00.000Z',
  to: '2025-09-01T00:00:00.000Z',
  total: PUNCTUALITY,
  groups: {
    items: [{ key: EXAMPLE_DRIVERS.available.id, name: EXAMPLE_DRIVERS.available.name, ...PUNCTUALITY }],
    nextCursor: null,
  },
} as const satisfies ServiceLevelView;

export const EXAMPLE_OVERVIEW = {
  asOf: '2025-08-20T10:00:00.000Z',
  vehicles: { Available: 31, InUse: 12, InMaintenance: 3 },
  drivers: { total: 40, active: 36, available: 24 },
  activeTrips: 12,
  deliveries: { PickedUp: 18, InTransit: 7, OutForDelivery: 4, Delivered: 1630, Failed: 21, Cancelled: 9 },
  lateOnRoad: 2,
  maintenance: { due: 5, overdue: 1 },
  openIncidents: 3,
} as const satisfies FleetOverviewView;
