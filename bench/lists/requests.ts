import { fleetDriver, fleetVehicle } from '../database/fleet-data';
import { userEmail } from './seed-others';

/** A vehicle and a driver who are on trips and on deliveries in every fleet that is measured. */
const VEHICLE = fleetVehicle(123).id;
const DRIVER = fleetDriver(123).id;

export interface Request {
  readonly path: string;
  /** Whether a page far from the first is asked for. */
  readonly isDeep: boolean;
}

const LISTS: Record<string, readonly string[]> = {
  '/api/vehicles': [
    ...withSorts(['', 'status=Available'], ['plate', 'createdAt', 'mileage', 'nextMaintenanceDate']),
    'status=InUse',
    'plate=AB',
    'plate=A',
    'q=fiat',
    'q=fiat strada',
    'q=a',
    'q=z',
    `q=${fleetVehicle(77).plate}`,
    'maintenanceDueBefore=2024-11-01',
    'maintenanceDueBefore=2027-01-01',
  ],
  '/api/vehicles/available': ['', 'from=2027-01-01T08:00:00Z&to=2027-01-01T10:00:00Z'],
  '/api/drivers': [
    ...withSorts([''], ['createdAt']),
    'active=true',
    'available=true',
    'available=false',
    `licenseNumber=${fleetDriver(77).licenseNumber}`,
    'q=driver',
    'q=77',
  ],
  '/api/drivers/available': ['', 'from=2027-01-01T08:00:00Z&to=2027-01-01T10:00:00Z'],
  '/api/maintenance': ['', `vehicleId=${VEHICLE}`],
  '/api/maintenance/upcoming': ['', 'days=3650'],
  '/api/trips': [
    ...withSorts([''], ['startDate']),
    `vehicleId=${VEHICLE}`,
    `driverId=${DRIVER}`,
    'active=true',
    'active=false',
    'from=2026-10-31T12:00:00Z',
    'to=2026-10-31T12:00:00Z',
  ],
  '/api/trips/active': ['', `vehicleId=${VEHICLE}`, `driverId=${DRIVER}`, 'from=2026-10-31T12:00:00Z'],
  '/api/routes': [
    ...withSorts(['', 'status=Completed'], ['scheduledStart']),
    'from=2026-11-20',
    'to=2026-11-20',
    'q=rota',
    'q=990',
  ],
  '/api/routes/overview': [...withSorts([''], ['scheduledStart']), 'status=Completed', 'from=2026-11-20'],
  '/api/deliveries': [
    ...withSorts(['', 'status=Delivered'], ['slotStart']),
    `driverId=${DRIVER}`,
    `vehicleId=${VEHICLE}`,
    'customer=helena',
    'customer=5519910000042',
    'priority=Urgent',
    'reference=D-500',
    'from=2026-11-20',
    'to=2026-11-28',
    'late=true',
    'late=false',
    'hasOpenIncidents=true',
    'hasOpenIncidents=false',
    'status=Delivered&priority=Urgent',
    'customer=helena castro&status=Delivered',
  ],
  '/api/deliveries/live-tracking': ['', `driverId=${DRIVER}`, `vehicleId=${VEHICLE}`],
  '/api/schedules': [...withSorts(['', 'active=true'], ['name', 'createdAt']), 'q=ronda', 'q=77'],
  '/api/audit': [
    '',
    'entity=Vehicle',
    `entityId=${VEHICLE}`,
    'actor=system',
    'action=VehicleRegistered',
    'from=2025-01-01T00:00:00.500Z',
    'to=2025-01-01T00:00:00.500Z',
  ],
  [`/api/vehicles/${VEHICLE}/history`]: [''],
  '/api/users': [
    ...withSorts([''], ['createdAt']),
    'role=Manager',
    'active=true',
    `driverId=${DRIVER}`,
    `email=${userEmail(7)}`,
  ],
  '/api/api-keys': withSorts([''], ['createdAt']),
};

/** Each list, its filters and its sorts; the first page, and one further on where there is one. */
export const REQUESTS: readonly Request[] = Object.entries(LISTS).flatMap(([path, queries]) =>
  queries.flatMap((query) =>
    [false, true].map((isDeep) => ({ path: query ? `${path}?${encodeURI(query)}` : path, isDeep })),
  ),
);

/** Each of these alone, and with each of these sorts in both directions. */
function withSorts(queries: readonly string[], sorts: readonly string[]): string[] {
  const orders = sorts.flatMap((sort) => [sort, `-${sort}`]).map((sort) => `sort=${sort}`);
  return queries.flatMap((query) => [query, ...orders.map((order) => (query ? `${query}&${order}` : order))]);
}
