import { Module } from '@nestjs/common';
import { RouteQueries } from '@fleet/application/routes/route.queries';
import { RouteRepository } from '@fleet/domain/routes/route.repository';
import { RouteProjection } from './route-projection';
import { SqlRouteQueries } from './sql-route.queries';
import { SqlRouteRepository } from './sql-route.repository';

@Module({
  providers: [
    RouteProjection,
    { provide: RouteQueries, useClass: SqlRouteQueries },
    { provide: RouteRepository, useClass: SqlRouteRepository },
  ],
  exports: [RouteProjection, RouteQueries, RouteRepository],
})
export class RoutesPersistenceModule {}
