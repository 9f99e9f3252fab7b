import { Module } from '@nestjs/common';
import { PastStates } from '@fleet/application/audit/past-states';
import { ActivateDriver } from '@fleet/application/drivers/activate-driver';
import { ChangeDriver } from '@fleet/application/drivers/change-driver';
import { DeactivateDriver } from '@fleet/application/drivers/deactivate-driver';
import { DeleteDriver } from '@fleet/application/drivers/delete-driver';
import { EraseDriver } from '@fleet/application/drivers/erase-driver';
import { ListAvailableDrivers } from '@fleet/application/drivers/list-available-drivers';
import { ListFreeDrivers } from '@fleet/application/drivers/list-free-drivers';
import { RegisterDriver } from '@fleet/application/drivers/register-driver';
import { ShowDriverAt } from '@fleet/application/drivers/show-driver-at';
import { AuditPersistenceModule } from '@fleet/infrastructure/audit/audit.persistence.module';
import { DriversPersistenceModule } from '@fleet/infrastructure/drivers/drivers.persistence.module';
import { DriversController } from './drivers.controller';

@Module({
  imports: [AuditPersistenceModule, DriversPersistenceModule],
  controllers: [DriversController],
  providers: [
    ActivateDriver,
    ChangeDriver,
    DeactivateDriver,
    DeleteDriver,
    EraseDriver,
    ListAvailableDrivers,
    ListFreeDrivers,
    PastStates,
    RegisterDriver,
    ShowDriverAt,
  ],
})
export class DriversModule {}
