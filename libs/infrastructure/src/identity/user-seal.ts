import { Injectable } from '@nestjs/common';
import { emailKey } from '@fleet/domain/identity/email';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';

type Field = 'Email' | 'Name';

/** Keeps from the database who the users are. */
@Injectable()
export class UserSeal {
  constructor(
    private readonly box: SecretBox,
    private readonly index: BlindIndex,
  ) {}

  seal(field: Field, id: string, text: string | null): string | null {
    return text === null ? null : this.box.seal(text, place(field, id));
  }

  open(field: Field, id: string, sealed: string | null): string | null {
    return sealed === null ? null : this.box.open(sealed, place(field, id));
  }

  /** What an address is found by and kept unique, whatever its case. */
  emailKey(email: string): string {
    return this.index.of('Users.Email', emailKey(email));
  }
}

function place(field: Field, id: string): string {
  return `Users.${field}:${id}`;
}
