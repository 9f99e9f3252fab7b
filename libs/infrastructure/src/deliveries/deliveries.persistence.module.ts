import { Module } from '@nestjs/common';
import { DeliveryQueries } from '@fleet/application/deliveries/delivery.queries';
import { RoadQueries } from '@fleet/application/deliveries/road.queries';
import { ServiceLevelQueries } from '@fleet/application/deliveries/service-level.queries';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { DriverSeals } from '@fleet/infrastructure/drivers/driver-seals';
import { DeliveryProjection } from './delivery-projection';
import { DeliverySeals } from './delivery-seals';
import { FileSeals } from './file-seals';
import { ServiceLevelNames } from './service-level-names';
import { SqlDeliveryQueries } from './sql-delivery.queries';
import { SqlDeliveryRepository } from './sql-delivery.repository';
import { SqlRoadQueries } from './sql-road.queries';
import { SqlServiceLevelQueries } from './sql-service-level.queries';

@Module({
  providers: [
    DeliveryProjection,
    DeliverySeals,
    FileSeals,
    DriverSeals,
    ServiceLevelNames,
    { provide: DeliveryRepository, useClass: SqlDeliveryRepository },
    { provide: DeliveryQueries, useClass: SqlDeliveryQueries },
    { provide: RoadQueries, useClass: SqlRoadQueries },
    { provide: ServiceLevelQueries, useClass: SqlServiceLevelQueries },
  ],
  exports: [DeliveryProjection, DeliveryQueries, DeliveryRepository, DeliverySeals, RoadQueries, ServiceLevelQueries],
})
export class DeliveriesPersistenceModule {}
