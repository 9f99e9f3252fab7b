import { Module } from '@nestjs/common';
import { DriverQueries } from '@fleet/application/drivers/driver.queries';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { SqlDriverQueries } from './sql-driver.queries';
import { TypeOrmDriverRepository } from './typeorm-driver.repository';

@Module({
  providers: [
    { provide: DriverRepository, useClass: TypeOrmDriverRepository },
    { provide: DriverQueries, useClass: SqlDriverQueries },
  ],
  exports: [DriverRepository, DriverQueries],
})
export class DriversPersistenceModule {}
