import { Module } from '@nestjs/common';
import { PastStates } from '@fleet/application/audit/past-states';
import { ChangeVehicle } from '@fleet/application/vehicles/change-vehicle';
import { DeleteVehicle } from '@fleet/application/vehicles/delete-vehicle';
import { ImportVehicles } from '@fleet/application/vehicles/import-vehicles';
import { ListAvailableVehicles } from '@fleet/application/vehicles/list-available-vehicles';
import { ListFreeVehicles } from '@fleet/application/vehicles/list-free-vehicles';
import { RegisterVehicle } from '@fleet/application/vehicles/register-vehicle';
import { ShowVehicleAt } from '@fleet/application/vehicles/show-vehicle-at';
import { AuditPersistenceModule } from '@fleet/infrastructure/audit/audit.persistence.module';
import { VehiclesPersistenceModule } from '@fleet/infrastructure/vehicles/vehicles.persistence.module';
import { VehicleImportController } from './vehicle-import.controller';
import { VehiclesController } from './vehicles.controller';

@Module({
  imports: [AuditPersistenceModule, VehiclesPersistenceModule],
  controllers: [VehiclesController, VehicleImportController],
  providers: [
    ChangeVehicle,
    DeleteVehicle,
    ImportVehicles,
    ListAvailableVehicles,
    ListFreeVehicles,
    PastStates,
    RegisterVehicle,
    ShowVehicleAt,
  ],
})
export class VehiclesModule {}
