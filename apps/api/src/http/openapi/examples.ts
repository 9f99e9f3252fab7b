import { DriverView } from '@fleet/application/drivers/driver.view';
import { MaintenanceRecordView } from '@fleet/application/maintenance/maintenance-record.view';
import { TripView } from '@fleet/application/trips/trip.view';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';

// The rows that the documentation's examples speak of. The demo fleet has rows with these ids in these states, so that
// every example works there as it stands; each action has a row of its own, so that none spoils another's.
// Of the other values only one matters there: the mileage of `available` is not above the one that is here.

export const ID = '0198b8a0-0000-7000-8000';
const CREATED = '2025-08-18T09:00:00.000Z';
export const STAMPS = { version: 1, createdAt: CREATED, updatedAt: CREATED };
const MAINTAINED = { lastMaintenanceDate: '2025-08-18T09:00:00.000Z', nextMaintenanceDate: '2025-11-16T09:00:00.000Z' };

const vehicle = { year: 2022, ...MAINTAINED, ...STAMPS };

export const EXAMPLE_VEHICLES = {
  /** To be read and changed: it has a maintenance record and an ended trip. */
  available: {
    id: `${ID}-a00000000001`,
    plate: 'FLT1A01',
    model: 'Fiat Strada Freedom',
    mileage: 48210,
    status: 'Available',
    ...vehicle,
  },
  forTrip: {
    id: `${ID}-a00000000002`,
    plate: 'FLT1A02',
    model: 'Renault Master Furgão',
    mileage: 73040,
    status: 'Available',
    ...vehicle,
  },
  forWorkshop: {
    id: `${ID}-a00000000003`,
    plate: 'FLT1A03',
    model: 'Volkswagen Saveiro',
    mileage: 61875,
    status: 'Available',
    ...vehicle,
  },
  inWorkshop: {
    id: `${ID}-a00000000004`,
    plate: 'FLT1A04',
    model: 'Mercedes-Benz Sprinter 416',
    mileage: 120433,
    status: 'InMaintenance',
    ...vehicle,
  },
  onTrip: {
    id: `${ID}-a00000000005`,
    plate: 'FLT1A05',
    model: 'Chevrolet Onix',
    mileage: 15320,
    status: 'InUse',
    ...vehicle,
  },
  /** It never had a trip. */
  toDelete: {
    id: `${ID}-a00000000006`,
    plate: 'FLT1A06',
    model: 'Fiat Uno Mille',
    mileage: 0,
    status: 'Available',
    ...vehicle,
  },
} as const satisfies Record<string, VehicleView>;

const driver = { erasedAt: null, ...STAMPS };

export const EXAMPLE_DRIVERS = {
  /** To be read and changed: she has an ended trip. */
  available: {
    id: `${ID}-d00000000001`,
    name: 'Ana Souza',
    licenseNumber: 'CNH-EX-0001',
    phone: '+55 (19) 90000-0001',
    active: true,
    available: true,
    ...driver,
  },
  forTrip: {
    id: `${ID}-d00000000002`,
    name: 'Bruno Lima',
    licenseNumber: 'CNH-EX-0002',
    phone: '+55 (19) 90000-0002',
    active: true,
    available: true,
    ...driver,
  },
  inactive: {
    id: `${ID}-d00000000003`,
    name: 'Carla Dias',
    licenseNumber: 'CNH-EX-0003',
    phone: '+55 (19) 90000-0003',
    active: false,
    available: false,
    ...driver,
  },
  toDeactivate: {
    id: `${ID}-d00000000004`,
    name: 'Diego Rocha',
    licenseNumber: 'CNH-EX-0004',
    phone: '+55 (19) 90000-0004',
    active: true,
    available: true,
    ...driver,
  },
  onTrip: {
    id: `${ID}-d00000000005`,
    name: 'Elisa Prado',
    licenseNumber: 'CNH-EX-0005',
    phone: '+55 (19) 90000-0005',
    active: true,
    available: false,
    ...driver,
  },
  toErase: {
    id: `${ID}-d00000000007`,
    name: 'Gabriela Reis',
    licenseNumber: 'CNH-EX-0007',
    phone: '+55 (19) 90000-0017',
    active: true,
    available: true,
    ...driver,
  },
  /** He never had a trip. */
  toDelete: {
    id: `${ID}-d00000000006`,
    name: 'Fábio Nunes',
    licenseNumber: 'CNH-EX-0006',
    phone: '+55 (19) 90000-0006',
    active: true,
    available: true,
    ...driver,
  },
} as const satisfies Record<string, DriverView>;

export const EXAMPLE_TRIPS = {
  ended: {
    id: `${ID}-e00000000001`,
    vehicleId: EXAMPLE_VEHICLES.available.id,
    driverId: EXAMPLE_DRIVERS.available.id,
    route: 'Distrito Industrial - Aeroporto de Viracopos',
    startDate: '2025-08-19T11:00:00.000Z',
    endDate: '2025-08-19T13:30:00.000Z',
    distance: 38,
    version: 2,
  },
  running: {
    id: `${ID}-e00000000002`,
    vehicleId: EXAMPLE_VEHICLES.onTrip.id,
    driverId: EXAMPLE_DRIVERS.onTrip.id,
    route: 'Distrito Industrial - Santos',
    startDate: '2025-08-20T08:15:00.000Z',
    endDate: null,
    distance: 0,
    version: 1,
  },
} as const satisfies Record<string, TripView>;

export const EXAMPLE_MAINTENANCE_RECORD = {
  id: `${ID}-f00000000001`,
  vehicleId: EXAMPLE_VEHICLES.available.id,
  date: '2025-08-18T09:00:00.000Z',
  description: 'Oil and filters changed, brake pads replaced',
  cost: 680.5,
  createdAt: '2025-08-18T12:00:00.000Z',
} as const satisfies MaintenanceRecordView;
