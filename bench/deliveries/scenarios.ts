import { DRIVERS, fleetDriver, fleetVehicle } from '../database/fleet-data';

const WHO = 123;

/** What is asked for, and how it is called in the report. */
export const REQUESTS: readonly (readonly [name: string, path: string])[] = [
  ['live tracking, first 50', '/api/deliveries/live-tracking?limit=50'],
  ['live tracking, first 200', '/api/deliveries/live-tracking?limit=200'],
  ['live tracking of one driver', `/api/deliveries/live-tracking?driverId=${fleetDriver(WHO).id}`],
  ['overview, cached', '/api/fleet/overview'],
  ...(
    [
      ['', ''],
      ['status', 'status=Delivered'],
      ['driverId', `driverId=${fleetDriver(WHO).id}`],
      ['vehicleId', `vehicleId=${fleetVehicle(WHO % DRIVERS).id}`],
      ['customer, one word', 'customer=helena'],
      ['customer, the telephone number', 'customer=5519910000042'],
      ['priority', 'priority=Urgent'],
      ['reference', 'reference=D-500'],
      ['late=true', 'late=true'],
      ['late=false', 'late=false'],
      ['hasOpenIncidents', 'hasOpenIncidents=true'],
      ['from and to', 'from=2026-01-01&to=2030-01-01'],
      ['driverId and status', `driverId=${fleetDriver(WHO).id}&status=Delivered`],
      ['customer and status', 'customer=helena%20castro&status=Delivered'],
      ['status and priority', 'status=Delivered&priority=Urgent'],
    ] as const
  ).map(([name, query]) => [`list${name && `: ${name}`}`, `/api/deliveries?${query}`] as const),
];
