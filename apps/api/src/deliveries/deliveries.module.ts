import { Module } from '@nestjs/common';
import { AssignDelivery } from '@fleet/application/deliveries/assign-delivery';
import { Assignments } from '@fleet/application/deliveries/assignments';
import { BatchCommands } from '@fleet/application/deliveries/batch-commands';
import { CaptureProof } from '@fleet/application/deliveries/capture-proof';
import { ChangeDelivery } from '@fleet/application/deliveries/change-delivery';
import { ChangeDeliveryStatus } from '@fleet/application/deliveries/change-delivery-status';
import { CreateDelivery } from '@fleet/application/deliveries/create-delivery';
import { DeliveryChanges } from '@fleet/application/deliveries/delivery-changes';
import { DeliveryLinks } from '@fleet/application/deliveries/delivery-links';
import { DeliveryRoutes } from '@fleet/application/deliveries/delivery-routes';
import { DeliveryTrips } from '@fleet/application/deliveries/delivery-trips';
import { EraseDelivery } from '@fleet/application/deliveries/erase-delivery';
import { ReachCheckpoint } from '@fleet/application/deliveries/reach-checkpoint';
import { ReportIncident } from '@fleet/application/deliveries/report-incident';
import { ResolveIncident } from '@fleet/application/deliveries/resolve-incident';
import { ResolveIncidents } from '@fleet/application/deliveries/resolve-incidents';
import { RunBatch } from '@fleet/application/deliveries/run-batch';
import { ShowProofFile } from '@fleet/application/deliveries/show-proof-file';
import { UploadedFiles } from '@fleet/application/shared/uploads/uploaded-files';
import { TripEnds } from '@fleet/application/trips/trip-ends';
import { TripStarts } from '@fleet/application/trips/trip-starts';
import { DeliveriesPersistenceModule } from '@fleet/infrastructure/deliveries/deliveries.persistence.module';
import { DriversPersistenceModule } from '@fleet/infrastructure/drivers/drivers.persistence.module';
import { RoutesPersistenceModule } from '@fleet/infrastructure/routes/routes.persistence.module';
import { TripsPersistenceModule } from '@fleet/infrastructure/trips/trips.persistence.module';
import { VehiclesPersistenceModule } from '@fleet/infrastructure/vehicles/vehicles.persistence.module';
import { DeliveriesController } from './deliveries.controller';
import { DeliveryBatchController } from './delivery-batch.controller';
import { DeliveryErasureController } from './delivery-erasure.controller';
import { DeliveryProgressController } from './delivery-progress.controller';
import { DeliveryProofController } from './delivery-proof.controller';

@Module({
  imports: [
    DeliveriesPersistenceModule,
    RoutesPersistenceModule,
    TripsPersistenceModule,
    VehiclesPersistenceModule,
    DriversPersistenceModule,
  ],
  controllers: [
    DeliveriesController,
    DeliveryBatchController,
    DeliveryErasureController,
    DeliveryProgressController,
    DeliveryProofController,
  ],
  providers: [
    AssignDelivery,
    Assignments,
    BatchCommands,
    CaptureProof,
    ChangeDelivery,
    ChangeDeliveryStatus,
    CreateDelivery,
    DeliveryChanges,
    DeliveryLinks,
    DeliveryRoutes,
    DeliveryTrips,
    EraseDelivery,
    ReachCheckpoint,
    ReportIncident,
    ResolveIncident,
    ResolveIncidents,
    RunBatch,
    ShowProofFile,
    TripEnds,
    TripStarts,
    UploadedFiles,
  ],
})
export class DeliveriesModule {}
