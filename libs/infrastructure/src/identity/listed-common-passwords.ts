import { Injectable } from '@nestjs/common';
import { CommonPasswords } from '@fleet/domain/identity/common-passwords';
import { PASSWORD_MIN_LENGTH } from '@fleet/domain/identity/password';

/** The list that zxcvbn maintains, read when somebody first sets a password. */
@Injectable()
export class ListedCommonPasswords extends CommonPasswords {
  private list: Promise<ReadonlySet<string>> | undefined;

  async has(password: string): Promise<boolean> {
    this.list ??= read();
    return (await this.list).has(password.toLowerCase());
  }
}

async function read(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const all = dictionary['passwords-common'];
  // Shorter ones are refused for being short.
  return new Set(all.filter(({ length }) => length >= PASSWORD_MIN_LENGTH).map((password) => password.toLowerCase()));
}
