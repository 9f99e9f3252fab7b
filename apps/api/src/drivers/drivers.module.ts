import { Module } from '@nestjs/common';
import { ActivateDriver } from '@fleet/application/drivers/activate-driver';
import { ChangeDriver } from '@fleet/application/drivers/change-driver';
import { DeactivateDriver } from '@fleet/application/drivers/deactivate-driver';
import { DeleteDriver } from '@fleet/application/drivers/delete-driver';
import { EraseDriver } from '@fleet/application/drivers/erase-driver';
import { ListAvailableDrivers } from '@fleet/application/drivers/list-available-drivers';
import { RegisterDriver } from '@fleet/application/drivers/register-driver';
import { DriversPersistenceModule } from '@fleet/infrastructure/drivers/drivers.persistence.module';
import { DriversController } from './drivers.controller';

@Module({
  imports: [DriversPersistenceModule],
  controllers: [DriversController],
  providers: [
    ActivateDriver,
    ChangeDriver,
    DeactivateDriver,
    DeleteDriver,
    EraseDriver,
    ListAvailableDrivers,
    RegisterDriver,
  ],
})
export class DriversModule {}
