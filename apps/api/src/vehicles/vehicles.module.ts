import { Module } from '@nestjs/common';
import { ChangeVehicle } from '@fleet/application/vehicles/change-vehicle';
import { DeleteVehicle } from '@fleet/application/vehicles/delete-vehicle';
import { ListAvailableVehicles } from '@fleet/application/vehicles/list-available-vehicles';
import { RegisterVehicle } from '@fleet/application/vehicles/register-vehicle';
import { VehiclesPersistenceModule } from '@fleet/infrastructure/vehicles/vehicles.persistence.module';
import { VehiclesController } from './vehicles.controller';

@Module({
  imports: [VehiclesPersistenceModule],
  controllers: [VehiclesController],
  providers: [ChangeVehicle, DeleteVehicle, ListAvailableVehicles, RegisterVehicle],
})
export class VehiclesModule {}
