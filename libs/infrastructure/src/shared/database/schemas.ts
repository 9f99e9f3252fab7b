import { EntitySchema } from 'typeorm';
import { DriverSchema, DriverTermSchema } from '@fleet/infrastructure/drivers/driver.record';
import { ApiKeySchema } from '@fleet/infrastructure/identity/api-key.record';
import { UserSchema } from '@fleet/infrastructure/identity/user.record';
import { MaintenanceRecordSchema } from '@fleet/infrastructure/maintenance/maintenance-record.record';
import { TripSchema } from '@fleet/infrastructure/trips/trip.record';
import { VehicleSchema, VehicleTermSchema } from '@fleet/infrastructure/vehicles/vehicle.record';
import { LeaseSchema } from '@fleet/infrastructure/shared/leases/lease.record';
import { EventLogSchema } from './event-log.record';

/** Every table that the product writes through TypeORM. */
export const SCHEMAS = [
  VehicleSchema,
  VehicleTermSchema,
  DriverSchema,
  DriverTermSchema,
  MaintenanceRecordSchema,
  TripSchema,
  UserSchema,
  ApiKeySchema,
  EventLogSchema,
  LeaseSchema,
] as unknown as EntitySchema<object>[];
