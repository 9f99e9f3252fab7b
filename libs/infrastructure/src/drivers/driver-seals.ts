import { Injectable } from '@nestjs/common';
import { licenseNumberKey } from '@fleet/domain/drivers/license-number';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';
import { placeOf } from '@fleet/infrastructure/shared/secrets/sealed-columns';

/** What of a driver's row is kept encrypted, and in which column. */
const COLUMNS = { name: 'Name', licenseNumber: 'LicenseNumber', phone: 'Phone' } as const;

export type SealedDriverField = keyof typeof COLUMNS;

/** Encrypts a driver's own for the row that it is kept in. An erased driver has nothing, and nothing is null. */
@Injectable()
export class DriverSeals {
  constructor(
    private readonly box: SecretBox,
    private readonly index: BlindIndex,
  ) {}

  seal(id: string, field: SealedDriverField, text: string | null): string | null {
    return text === null ? null : this.box.seal(text, placeOf('Drivers', COLUMNS[field], id));
  }

  /** @throws UnreadableSealError */
  open(id: string, field: SealedDriverField, sealed: string | null): string | null {
    return sealed === null ? null : this.box.open(sealed, placeOf('Drivers', COLUMNS[field], id));
  }

  /** What a licence number is found and kept unique by, whatever its case. */
  licenseNumberKey(licenseNumber: string): string {
    return this.index.of('Drivers.LicenseNumber', licenseNumberKey(licenseNumber));
  }
}
