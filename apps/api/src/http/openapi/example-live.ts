import { LiveDeliveryView } from '@fleet/application/deliveries/live-delivery.view';
import { ServiceLevelView } from '@fleet/application/deliveries/service-level.view';
import { FleetOverviewView } from '@fleet/application/fleet/fleet-overview.view';
import { EXAMPLE_DELIVERIES, EXAMPLE_DELIVERY_ROUTE } from './example-deliveries';
import { EXAMPLE_DRIVERS } from './examples';

const { inTransit } = EXAMPLE_DELIVERIES;
const { id, name, scheduledStart, scheduledEnd, checkpoints } = EXAMPLE_DELIVERY_ROUTE;
const { earliest: _earliest, latest: _latest, ...ahead } = checkpoints[1];

/** A delivery that is on the road, a quarter of an hour behind the plan. */
export const EXAMPLE_LIVE = {
  deliveryId: inTransit.id,
  reference: inTransit.reference,
  status: inTransit.status,
  priority: inTransit.priority,
  vehicleId: inTransit.vehicleId,
  driverId: inTransit.driverId,
  customerName: inTransit.customer.name,
  route: { id, name, scheduledStart, scheduledEnd },
  promisedBy: inTransit.promisedBy,
  delayMinutes: inTransit.delayMinutes,
  checkpointsReached: inTransit.checkpoints,
  checkpointsAhead: [{ ...ahead, estimatedAt: '2025-08-20T13:15:00.000Z' }],
  estimatedEnd: '2025-08-20T13:15:00.000Z',
  isLate: false,
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
