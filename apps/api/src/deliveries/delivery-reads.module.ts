import { Module } from '@nestjs/common';
import { PastAggregates } from '@fleet/application/audit/past-aggregates';
import { MeasureServiceLevel } from '@fleet/application/deliveries/measure-service-level';
import { ShowDeliveryAt } from '@fleet/application/deliveries/show-delivery-at';
import { TrackDeliveries } from '@fleet/application/deliveries/track-deliveries';
import { AuditPersistenceModule } from '@fleet/infrastructure/audit/audit.persistence.module';
import { DeliveryQueriesModule } from '@fleet/infrastructure/deliveries/delivery-queries.module';
import { DeliveryReadsController } from './delivery-reads.controller';
import { LiveTrackingController } from './live-tracking.controller';
import { ServiceLevelController } from './service-level.controller';

@Module({
  imports: [AuditPersistenceModule, DeliveryQueriesModule],
  controllers: [DeliveryReadsController, LiveTrackingController, ServiceLevelController],
  providers: [MeasureServiceLevel, PastAggregates, ShowDeliveryAt, TrackDeliveries],
})
export class DeliveryReadsModule {}
