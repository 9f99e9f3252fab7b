import { EntitySchema } from 'typeorm';
import { EventSealSchema } from '@fleet/infrastructure/audit/event-seal.record';
import {
  DeliveryFileSchema,
  DeliveryIncidentSchema,
  DeliveryLinkSchema,
  DeliveryTermSchema,
} from '@fleet/infrastructure/deliveries/delivery-parts.record';
import { DeliverySchema } from '@fleet/infrastructure/deliveries/delivery.record';
import { DriverSchema, DriverTermSchema } from '@fleet/infrastructure/drivers/driver.record';
import { ApiKeySchema } from '@fleet/infrastructure/identity/api-key.record';
import { UserSchema } from '@fleet/infrastructure/identity/user.record';
import { MaintenanceRecordSchema } from '@fleet/infrastructure/maintenance/maintenance-record.record';
import { RouteSchema, RouteTermSchema } from '@fleet/infrastructure/routes/route.record';
import { TripSchema } from '@fleet/infrastructure/trips/trip.record';
import { VehicleSchema, VehicleTermSchema } from '@fleet/infrastructure/vehicles/vehicle.record';
import { ScheduleSchema, ScheduleTermSchema } from '@fleet/infrastructure/schedules/schedule.record';
import { IdempotencyKeySchema } from '@fleet/infrastructure/shared/idempotency/idempotency-key.record';
import { LeaseSchema } from '@fleet/infrastructure/shared/leases/lease.record';
import { PersonKeySchema } from '@fleet/infrastructure/shared/personal-data/person-key.record';
import { EventLogSchema } from './event-log.record';

/** Every table that the product writes through TypeORM. */
export const SCHEMAS = [
  VehicleSchema,
  VehicleTermSchema,
  DriverSchema,
  DriverTermSchema,
  MaintenanceRecordSchema,
  TripSchema,
  RouteSchema,
  RouteTermSchema,
  DeliverySchema,
  DeliveryTermSchema,
  DeliveryIncidentSchema,
  DeliveryLinkSchema,
  DeliveryFileSchema,
  ScheduleSchema,
  ScheduleTermSchema,
  UserSchema,
  ApiKeySchema,
  EventLogSchema,
  EventSealSchema,
  LeaseSchema,
  IdempotencyKeySchema,
  PersonKeySchema,
] as unknown as EntitySchema<object>[];
