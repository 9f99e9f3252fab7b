import { CreateEventLog1760000000001 } from './1760000000001-create-event-log';
import { CreateVehicles1760000000002 } from './1760000000002-create-vehicles';
import { CreateDrivers1760000000003 } from './1760000000003-create-drivers';
import { CreateMaintenanceRecords1760000000004 } from './1760000000004-create-maintenance-records';
import { CreateTrips1760000000005 } from './1760000000005-create-trips';
import { CreateLeases1760000000006 } from './1760000000006-create-leases';
import { WidenEventLog1760000000007 } from './1760000000007-widen-event-log';
import { CreateIdentity1760000000008 } from './1760000000008-create-identity';

/** The steps of the schema, oldest first. */
export const MIGRATIONS = [
  CreateEventLog1760000000001,
  CreateVehicles1760000000002,
  CreateDrivers1760000000003,
  CreateMaintenanceRecords1760000000004,
  CreateTrips1760000000005,
  CreateLeases1760000000006,
  WidenEventLog1760000000007,
  CreateIdentity1760000000008,
];
