import { Module } from '@nestjs/common';
import { RouteRepository } from '@fleet/domain/routes/route.repository';
import { RouteProjection } from './route-projection';
import { SqlRouteRepository } from './sql-route.repository';

@Module({
  providers: [RouteProjection, { provide: RouteRepository, useClass: SqlRouteRepository }],
  exports: [RouteProjection, RouteRepository],
})
export class RoutesPersistenceModule {}
