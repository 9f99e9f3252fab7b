import { Injectable } from '@nestjs/common';
import { RowSeals } from '@fleet/infrastructure/shared/secrets/row-seals';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';

/** Keeps from the database what the files of proofs are decrypted with. */
@Injectable()
export class FileKeySeals extends RowSeals<'contentKey'> {
  constructor(box: SecretBox) {
    super(box, 'DeliveryFiles', { contentKey: 'ContentKey' });
  }
}
