import { DynamicModule, Module } from '@nestjs/common';
import { Shared, SharedModule } from '@fleet/infrastructure/shared/shared.module';
import { HealthModule } from './health/health.module';
import { VehiclesModule } from './vehicles/vehicles.module';

@Module({})
export class ApiModule {
  static forRoot(shared: Shared): DynamicModule {
    return {
      module: ApiModule,
      imports: [SharedModule.forRoot(shared), HealthModule, VehiclesModule],
    };
  }
}
