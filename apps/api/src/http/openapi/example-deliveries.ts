import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { EXAMPLE_DRIVERS, EXAMPLE_VEHICLES, ID, STAMPS } from './examples';

const delivery = {
  routeId: `${ID}-700000000001`,
  customer: { name: 'Helena Castro', phone: '+55 (19) 90000-0101', address: 'Rua das Flores 12, Campinas' },
  priority: 'Normal',
  promisedBy: '2025-08-20T12:00:00.000Z',
  requirements: ['signature'],
  after: [],
  attempt: 1,
  slotStart: '2025-08-20T08:00:00.000Z',
  slotEnd: '2025-08-20T12:00:00.000Z',
  tripId: null,
  vehicleId: null,
  driverId: null,
  checkpoints: [],
  incidents: [],
  proof: null,
  reason: null,
  notes: null,
  distance: null,
  delayMinutes: null,
  deliveredAt: null,
  lateMinutes: null,
  ...STAMPS,
} as const;

const crew = { vehicleId: EXAMPLE_VEHICLES.onTrip.id, driverId: EXAMPLE_DRIVERS.onTrip.id };

/** The deliveries that the documentation's examples speak of. */
export const EXAMPLE_DELIVERIES = {
  pickedUp: { ...delivery, id: `${ID}-800000000001`, reference: 'PED-1001', status: 'PickedUp' },
  inTransit: { ...delivery, id: `${ID}-800000000002`, reference: 'PED-1002', status: 'InTransit', ...crew },
  outForDelivery: { ...delivery, id: `${ID}-800000000003`, reference: 'PED-1003', status: 'OutForDelivery', ...crew },
  delivered: { ...delivery, id: `${ID}-800000000004`, reference: 'PED-1004', status: 'Delivered', ...crew },
  failed: { ...delivery, id: `${ID}-800000000005`, reference: 'PED-1005', status: 'Failed', ...crew },
  cancelled: { ...delivery, id: `${ID}-800000000006`, reference: 'PED-1006', status: 'Cancelled' },
} as const satisfies Record<string, DeliveryView>;
