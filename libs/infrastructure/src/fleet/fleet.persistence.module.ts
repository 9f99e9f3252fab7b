import { Module } from '@nestjs/common';
import { FleetQueries } from '@fleet/application/fleet/fleet.queries';
import { SqlFleetQueries } from './sql-fleet.queries';

@Module({
  providers: [{ provide: FleetQueries, useClass: SqlFleetQueries }],
  exports: [FleetQueries],
})
export class FleetPersistenceModule {}
