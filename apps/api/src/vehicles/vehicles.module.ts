import { Module } from '@nestjs/common';
import { ChangeVehicle } from '@fleet/application/vehicles/change-vehicle';
import { DeleteVehicle } from '@fleet/application/vehicles/delete-vehicle';
import { ImportVehicles } from '@fleet/application/vehicles/import-vehicles';
import { ListAvailableVehicles } from '@fleet/application/vehicles/list-available-vehicles';
import { RegisterVehicle } from '@fleet/application/vehicles/register-vehicle';
import { VehiclesPersistenceModule } from '@fleet/infrastructure/vehicles/vehicles.persistence.module';
import { VehicleImportController } from './vehicle-import.controller';
import { VehiclesController } from './vehicles.controller';

@Module({
  imports: [VehiclesPersistenceModule],
  controllers: [VehiclesController, VehicleImportController],
  providers: [ChangeVehicle, DeleteVehicle, ImportVehicles, ListAvailableVehicles, RegisterVehicle],
})
export class VehiclesModule {}
