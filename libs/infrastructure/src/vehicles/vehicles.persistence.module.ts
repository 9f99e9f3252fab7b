import { Module } from '@nestjs/common';
import { VehicleQueries } from '@fleet/application/vehicles/vehicle.queries';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { SqlVehicleQueries } from './sql-vehicle.queries';
import { TypeOrmVehicleRepository } from './typeorm-vehicle.repository';

@Module({
  providers: [
    { provide: VehicleRepository, useClass: TypeOrmVehicleRepository },
    { provide: VehicleQueries, useClass: SqlVehicleQueries },
  ],
  exports: [VehicleRepository, VehicleQueries],
})
export class VehiclesPersistenceModule {}
