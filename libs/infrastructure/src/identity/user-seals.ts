import { Injectable } from '@nestjs/common';
import { emailKey } from '@fleet/domain/identity/email';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { RowSeals } from '@fleet/infrastructure/shared/secrets/row-seals';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';

/** What of a user's row is kept encrypted, and in which column. */
const COLUMNS = { email: 'Email', name: 'Name' } as const;

/** Keeps from the database who the users are. */
@Injectable()
export class UserSeals extends RowSeals<keyof typeof COLUMNS> {
  constructor(
    box: SecretBox,
    private readonly index: BlindIndex,
  ) {
    super(box, 'Users', COLUMNS);
  }

  /** What an address is found by and kept unique, whatever its case. */
  emailKey(email: string): string {
    return this.index.of('Users.Email', emailKey(email));
  }
}
