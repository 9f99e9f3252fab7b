import { DynamicModule, Module } from '@nestjs/common';
import { MetricsModule } from '@fleet/infrastructure/shared/metrics/metrics.module';
import { Shared, SharedModule } from '@fleet/infrastructure/shared/shared.module';
import { JobsModule } from '@fleet/worker/jobs.module';
import { AuditModule } from './audit/audit.module';
import { DeliveriesModule } from './deliveries/deliveries.module';
import { DeliveryReadsModule } from './deliveries/delivery-reads.module';
import { DriversModule } from './drivers/drivers.module';
import { FleetModule } from './fleet/fleet.module';
import { HealthModule } from './health/health.module';
import { IdempotencyModule } from './http/idempotency/idempotency.module';
import { IdentityModule } from './identity/identity.module';
import { MaintenanceModule } from './maintenance/maintenance.module';
import { RoutesModule } from './routes/routes.module';
import { SchedulesModule } from './schedules/schedules.module';
import { TripsModule } from './trips/trips.module';
import { VehiclesModule } from './vehicles/vehicles.module';

@Module({})
export class ApiModule {
  static forRoot(shared: Shared): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        SharedModule.forRoot(shared),
        MetricsModule,
        IdempotencyModule,
        HealthModule,
        IdentityModule,
        MaintenanceModule,
        VehiclesModule,
        DriversModule,
        TripsModule,
        RoutesModule,
        DeliveryReadsModule,
        DeliveriesModule,
        FleetModule,
        SchedulesModule,
        AuditModule,
        ...(shared.configuration.environment.WORKER === 'inline' ? [JobsModule] : []),
      ],
    };
  }
}
