import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { CreateEventLog1760000000001 } from './1760000000001-create-event-log';
import { CreateVehicles1760000000002 } from './1760000000002-create-vehicles';
import { CreateDrivers1760000000003 } from './1760000000003-create-drivers';
import { CreateMaintenanceRecords1760000000004 } from './1760000000004-create-maintenance-records';
import { CreateTrips1760000000005 } from './1760000000005-create-trips';
import { CreateLeases1760000000006 } from './1760000000006-create-leases';
import { WidenEventLog1760000000007 } from './1760000000007-widen-event-log';
import { CreateIdentity1760000000008 } from './1760000000008-create-identity';
import { encryptPersonalData } from './1760000000009-encrypt-personal-data';
import { ProtectEventLog1760000000010 } from './1760000000010-protect-event-log';
import { CreateIdempotencyKeys1760000000011 } from './1760000000011-create-idempotency-keys';
import { VersionEvents1760000000012 } from './1760000000012-version-events';
import { CreateRoutes1760000000013 } from './1760000000013-create-routes';
import { CreateDeliveries1760000000014 } from './1760000000014-create-deliveries';
import { CreateSchedules1760000000015 } from './1760000000015-create-schedules';
import { IndexLists1760000000016 } from './1760000000016-index-lists';

/** The steps of the schema, oldest first. @param keys what is encrypted with that was there before it had to be */
export const migrationsWith = (keys: SecretKeys) => [
  CreateEventLog1760000000001,
  CreateVehicles1760000000002,
  CreateDrivers1760000000003,
  CreateMaintenanceRecords1760000000004,
  CreateTrips1760000000005,
  CreateLeases1760000000006,
  WidenEventLog1760000000007,
  CreateIdentity1760000000008,
  encryptPersonalData(keys),
  ProtectEventLog1760000000010,
  CreateIdempotencyKeys1760000000011,
  VersionEvents1760000000012,
  CreateRoutes1760000000013,
  CreateDeliveries1760000000014,
  CreateSchedules1760000000015,
  IndexLists1760000000016,
];
