import { Injectable } from '@nestjs/common';
import { licenseNumberKey } from '@fleet/domain/drivers/license-number';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { RowSeals } from '@fleet/infrastructure/shared/secrets/row-seals';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';

/** What of a driver's row is kept encrypted, and in which column. */
const COLUMNS = { name: 'Name', licenseNumber: 'LicenseNumber', phone: 'Phone' } as const;

export type SealedDriverField = keyof typeof COLUMNS;

/** Encrypts a driver's own. */
@Injectable()
export class DriverSeals extends RowSeals<SealedDriverField> {
  constructor(
    box: SecretBox,
    private readonly index: BlindIndex,
  ) {
    super(box, 'Drivers', COLUMNS);
  }

  /** What a licence number is found and kept unique by, whatever its case. */
  licenseNumberKey(licenseNumber: string): string {
    return this.index.of('Drivers.LicenseNumber', licenseNumberKey(licenseNumber));
  }
}
