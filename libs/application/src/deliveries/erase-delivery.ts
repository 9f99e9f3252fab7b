import { Injectable } from '@nestjs/common';
import { IdempotencyKeys } from '@fleet/application/shared/idempotency/idempotency-keys';
import { PersonKeys } from '@fleet/application/shared/person-keys';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { UploadedFiles } from '@fleet/application/shared/uploads/uploaded-files';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { DeliveryChanges, DeliveryCommand } from './delivery-changes';
import { DeliveryView } from './delivery.view';

/**
 * Forgets the customer of a delivery for good: the row, the key to the event log, the answers that are kept for repeats,
 * and the files of the proofs. That something was delivered stays, and names nobody.
 */
@Injectable()
export class EraseDelivery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: DeliveryChanges,
    private readonly deliveries: DeliveryRepository,
    private readonly personKeys: PersonKeys,
    private readonly answers: IdempotencyKeys,
    private readonly files: UploadedFiles,
  ) {}

  /** @throws DeliveryNotFoundError, VersionMismatchError, DeliveryOpenError */
  async execute(command: DeliveryCommand): Promise<DeliveryView> {
    let files: string[] = [];
    const view = await this.unitOfWork.run(async () => {
      files = (await this.deliveries.find(command.id))?.proofFiles ?? [];
      const erased = await this.changes.execute(command, (delivery, now) => delivery.erase(now));
      await this.personKeys.destroy(command.id);
      await this.answers.forget(command.id);
      return erased;
    });
    // What they are decrypted with is gone already; what stays of them now, the sweep finds.
    await this.files.discard(files);
    return view;
  }
}
