import { Injectable } from '@nestjs/common';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';
import { placeOf } from '@fleet/infrastructure/shared/secrets/sealed-columns';

export interface WrappedKey {
  readonly personId: string;
  readonly wrappedKey: string;
}

/** People's keys as the database keeps them: sealed with the installation's. */
@Injectable()
export class WrappedKeys {
  constructor(private readonly box: SecretBox) {}

  wrap(personId: string, key: Buffer): string {
    return this.box.seal(key.toString('base64url'), placeOf('PersonKeys', 'WrappedKey', personId));
  }

  /** The keys by the ids of their people, in lower case. @throws UnreadableSealError */
  open(rows: readonly WrappedKey[]): Map<string, Buffer> {
    return new Map(rows.map((row) => [row.personId.toLowerCase(), this.openOne(row)]));
  }

  private openOne({ personId, wrappedKey }: WrappedKey): Buffer {
    const place = placeOf('PersonKeys', 'WrappedKey', personId.toLowerCase());
    return Buffer.from(this.box.open(wrappedKey, place), 'base64url');
  }
}
