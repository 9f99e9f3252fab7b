import { Module } from '@nestjs/common';
import { DriverQueries } from '@fleet/application/drivers/driver.queries';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { DriverMapper } from './driver.mapper';
import { DriverSeals } from './driver-seals';
import { DriverTerms } from './driver-terms';
import { SqlDriverQueries } from './sql-driver.queries';
import { TypeOrmDriverRepository } from './typeorm-driver.repository';

@Module({
  providers: [
    DriverMapper,
    DriverSeals,
    DriverTerms,
    { provide: DriverRepository, useClass: TypeOrmDriverRepository },
    { provide: DriverQueries, useClass: SqlDriverQueries },
  ],
  exports: [DriverRepository, DriverQueries],
})
export class DriversPersistenceModule {}
