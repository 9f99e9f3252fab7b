import { Module } from '@nestjs/common';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { DeliveryProjection } from './delivery-projection';
import { DeliverySeals } from './delivery-seals';
import { FileSeals } from './file-seals';
import { SqlDeliveryRepository } from './sql-delivery.repository';

@Module({
  providers: [
    DeliveryProjection,
    DeliverySeals,
    FileSeals,
    { provide: DeliveryRepository, useClass: SqlDeliveryRepository },
  ],
  exports: [DeliveryProjection, DeliveryRepository, DeliverySeals],
})
export class DeliveriesPersistenceModule {}
