import { Module } from '@nestjs/common';
import { DeliveryQueries } from '@fleet/application/deliveries/delivery.queries';
import { RoadQueries } from '@fleet/application/deliveries/road.queries';
import { ServiceLevelQueries } from '@fleet/application/deliveries/service-level.queries';
import { DriverSeals } from '@fleet/infrastructure/drivers/driver-seals';
import { DeliverySeals } from './delivery-seals';
import { ServiceLevelNames } from './service-level-names';
import { SqlDeliveryQueries } from './sql-delivery.queries';
import { SqlRoadQueries } from './sql-road.queries';
import { SqlServiceLevelQueries } from './sql-service-level.queries';

/** The read side of deliveries. */
@Module({
  providers: [
    DeliverySeals,
    DriverSeals,
    ServiceLevelNames,
    { provide: DeliveryQueries, useClass: SqlDeliveryQueries },
    { provide: RoadQueries, useClass: SqlRoadQueries },
    { provide: ServiceLevelQueries, useClass: SqlServiceLevelQueries },
  ],
  exports: [DeliveryQueries, RoadQueries, ServiceLevelQueries],
})
export class DeliveryQueriesModule {}
