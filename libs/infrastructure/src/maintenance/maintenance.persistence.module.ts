import { Module } from '@nestjs/common';
import { MaintenanceQueries } from '@fleet/application/maintenance/maintenance.queries';
import { MaintenanceRecordRepository } from '@fleet/domain/maintenance/maintenance-record.repository';
import { SqlMaintenanceQueries } from './sql-maintenance.queries';
import { TypeOrmMaintenanceRecordRepository } from './typeorm-maintenance-record.repository';

@Module({
  providers: [
    { provide: MaintenanceRecordRepository, useClass: TypeOrmMaintenanceRecordRepository },
    { provide: MaintenanceQueries, useClass: SqlMaintenanceQueries },
  ],
  exports: [MaintenanceRecordRepository, MaintenanceQueries],
})
export class MaintenancePersistenceModule {}
