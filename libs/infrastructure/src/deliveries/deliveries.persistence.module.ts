import { Module } from '@nestjs/common';
import { AssignmentLocks } from '@fleet/application/deliveries/assignment-locks';
import { ProofFiles } from '@fleet/application/deliveries/proof-files';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { DeliveryProjection } from './delivery-projection';
import { DeliverySeals } from './delivery-seals';
import { FileKeySeals } from './file-key-seals';
import { RedisAssignmentLocks } from './redis-assignment-locks';
import { SqlDeliveryRepository } from './sql-delivery.repository';
import { SqlProofFiles } from './sql-proof-files';

@Module({
  providers: [
    DeliveryProjection,
    DeliverySeals,
    FileKeySeals,
    { provide: AssignmentLocks, useClass: RedisAssignmentLocks },
    { provide: ProofFiles, useClass: SqlProofFiles },
    { provide: DeliveryRepository, useClass: SqlDeliveryRepository },
  ],
  exports: [AssignmentLocks, ProofFiles, DeliveryProjection, DeliveryRepository, DeliverySeals],
})
export class DeliveriesPersistenceModule {}
