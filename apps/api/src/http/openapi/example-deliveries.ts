import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { DriverView } from '@fleet/application/drivers/driver.view';
import { RouteView } from '@fleet/application/routes/route.view';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { EXAMPLE_DRIVERS, EXAMPLE_VEHICLES, ID, STAMPS } from './examples';

// The deliveries of the examples, which all run on one active route, each with a vehicle and a driver of its own.

const vehicle = { ...EXAMPLE_VEHICLES.available, mileage: 30_500, year: 2023 };
const driver = { ...EXAMPLE_DRIVERS.available };

/** Who is assigned in the examples: for a delivery that leaves, for one in transit, and for one out for delivery. */
export const EXAMPLE_DELIVERY_VEHICLES = {
  toLeave: { ...vehicle, id: `${ID}-a00000000011`, plate: 'FLT2D01', model: 'Renault Kangoo' },
  inTransit: { ...vehicle, id: `${ID}-a00000000012`, plate: 'FLT2D02', model: 'Fiat Ducato', status: 'InUse' },
  outForDelivery: { ...vehicle, id: `${ID}-a00000000013`, plate: 'FLT2D03', model: 'Peugeot Expert', status: 'InUse' },
} as const satisfies Record<string, VehicleView>;

export const EXAMPLE_DELIVERY_DRIVERS = {
  toLeave: { ...driver, id: `${ID}-d00000000011`, name: 'Helena Braga', licenseNumber: 'CNH-EX-0011' },
  inTransit: {
    ...driver,
    id: `${ID}-d00000000012`,
    name: 'Igor Matos',
    licenseNumber: 'CNH-EX-0012',
    available: false,
  },
  outForDelivery: {
    ...driver,
    id: `${ID}-d00000000013`,
    name: 'Joana Freitas',
    licenseNumber: 'CNH-EX-0013',
    available: false,
  },
} as const satisfies Record<string, DriverView>;

export const EXAMPLE_DELIVERY_TRIPS = { inTransit: `${ID}-e00000000012`, outForDelivery: `${ID}-e00000000013` };

const checkpoint = { latitude: null, longitude: null, earliest: null, latest: null };

/** Where the deliveries of the examples run. */
export const EXAMPLE_DELIVERY_ROUTE = {
  id: `${ID}-100000000001`,
  name: 'Zona Norte, manhã',
  origin: 'Centro de Distribuição',
  destination: 'Barão Geraldo',
  scheduledStart: '2025-08-20T11:00:00.000Z',
  scheduledEnd: '2025-08-20T13:00:00.000Z',
  status: 'Active',
  checkpoints: [
    { sequence: 1, location: 'Pedágio, km 98', ...checkpoint, expectedAt: '2025-08-20T11:45:00.000Z' },
    {
      sequence: 2,
      location: 'Terminal Barão Geraldo',
      latitude: -22.8305,
      longitude: -47.0782,
      expectedAt: '2025-08-20T13:00:00.000Z',
      earliest: '2025-08-20T12:30:00.000Z',
      latest: '2025-08-20T13:30:00.000Z',
    },
  ],
  activatedAt: '2025-08-19T17:00:00.000Z',
  endedAt: null,
  ...STAMPS,
  version: 2,
} as const satisfies RouteView;

const delivery = {
  routeId: EXAMPLE_DELIVERY_ROUTE.id,
  reference: null,
  vehicleId: null,
  driverId: null,
  customer: {
    name: 'Padaria Três Irmãos',
    phone: '+55 (19) 90000-0100',
    address: 'Av. Albino J. B. de Oliveira, 1200',
  },
  priority: 'Normal',
  promisedBy: '2025-08-20T14:00:00.000Z',
  requirements: [],
  after: [],
  status: 'PickedUp',
  attempt: 1,
  slotStart: EXAMPLE_DELIVERY_ROUTE.scheduledStart,
  slotEnd: EXAMPLE_DELIVERY_ROUTE.scheduledEnd,
  tripId: null,
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
} as const satisfies Omit<DeliveryView, 'id'>;

export const EXAMPLE_INCIDENTS = {
  toResolve: {
    id: `${ID}-300000000001`,
    type: 'Traffic',
    severity: 'Medium',
    description: 'Queue behind an accident on the motorway',
    location: 'Rodovia Dom Pedro I, km 131',
    latitude: null,
    longitude: null,
    reportedAt: '2025-08-20T11:50:00.000Z',
    resolvedAt: null,
    resolution: null,
  },
  alsoToResolve: {
    id: `${ID}-300000000002`,
    type: 'Weather',
    severity: 'Low',
    description: 'Heavy rain',
    location: null,
    latitude: null,
    longitude: null,
    reportedAt: '2025-08-20T11:55:00.000Z',
    resolvedAt: null,
    resolution: null,
  },
} as const satisfies Record<string, DeliveryView['incidents'][number]>;

const FIRST_REACHED = { sequence: 1, reachedAt: '2025-08-20T12:00:00.000Z', delayMinutes: 15, outsideWindow: false };
const SECOND_REACHED = { sequence: 2, reachedAt: '2025-08-20T13:10:00.000Z', delayMinutes: 10, outsideWindow: false };

export const EXAMPLE_DELIVERIES = {
  /** To be read, and changed. */
  pickedUp: { id: `${ID}-200000000001`, ...delivery, reference: 'NF-10001', priority: 'High' },
  toAssign: { id: `${ID}-200000000002`, ...delivery, reference: 'NF-10002' },
  toLeave: {
    id: `${ID}-200000000003`,
    ...delivery,
    vehicleId: EXAMPLE_DELIVERY_VEHICLES.toLeave.id,
    driverId: EXAMPLE_DELIVERY_DRIVERS.toLeave.id,
  },
  toCancel: { id: `${ID}-200000000004`, ...delivery, driverId: EXAMPLE_DRIVERS.available.id },
  inTransit: {
    id: `${ID}-200000000005`,
    ...delivery,
    vehicleId: EXAMPLE_DELIVERY_VEHICLES.inTransit.id,
    driverId: EXAMPLE_DELIVERY_DRIVERS.inTransit.id,
    status: 'InTransit',
    tripId: EXAMPLE_DELIVERY_TRIPS.inTransit,
    checkpoints: [FIRST_REACHED],
    incidents: [EXAMPLE_INCIDENTS.toResolve, EXAMPLE_INCIDENTS.alsoToResolve],
    delayMinutes: 15,
    version: 5,
  },
  outForDelivery: {
    id: `${ID}-200000000006`,
    ...delivery,
    vehicleId: EXAMPLE_DELIVERY_VEHICLES.outForDelivery.id,
    driverId: EXAMPLE_DELIVERY_DRIVERS.outForDelivery.id,
    requirements: ['code'],
    status: 'OutForDelivery',
    tripId: EXAMPLE_DELIVERY_TRIPS.outForDelivery,
    checkpoints: [FIRST_REACHED, SECOND_REACHED],
    delayMinutes: 10,
    version: 5,
  },
  delivered: {
    id: `${ID}-200000000007`,
    ...delivery,
    vehicleId: EXAMPLE_VEHICLES.available.id,
    driverId: EXAMPLE_DRIVERS.available.id,
    requirements: ['signature'],
    status: 'Delivered',
    tripId: `${ID}-e00000000014`,
    checkpoints: [FIRST_REACHED, SECOND_REACHED],
    proof: {
      receivedBy: 'Paula Andrade',
      notes: 'Left at the counter',
      code: null,
      scannedValue: null,
      files: [
        {
          id: `${ID}-400000000001`,
          kind: 'signature',
          mediaType: 'image/png',
          size: 67,
          sha256: 'b1442e85b03bdcaf66dc58c7abb98745dd2687d86350be9a298a1d9382ac849b',
        },
      ],
      capturedAt: '2025-08-20T13:20:00.000Z',
    },
    distance: 24,
    delayMinutes: 10,
    deliveredAt: '2025-08-20T13:22:00.000Z',
    lateMinutes: -38,
    version: 7,
  },
  /** To be tried again. */
  failed: {
    id: `${ID}-200000000008`,
    ...delivery,
    driverId: EXAMPLE_DRIVERS.available.id,
    status: 'Failed',
    reason: 'CustomerAbsent',
    notes: 'Nobody opened, and nobody answered the telephone',
    distance: 0,
    version: 2,
  },
  toErase: { id: `${ID}-200000000009`, ...delivery, status: 'Cancelled', reason: 'Duplicate', distance: 0, version: 2 },
} as const satisfies Record<string, DeliveryView>;
