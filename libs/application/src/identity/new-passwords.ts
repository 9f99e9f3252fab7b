import { Injectable } from '@nestjs/common';
import { CommonPasswords } from '@fleet/domain/identity/common-passwords';
import { checkPassword } from '@fleet/domain/identity/password';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { PasswordHasher } from './password-hasher';

export interface NewPassword {
  /** The field of the request that it came in. */
  readonly field: string;
  readonly password: string;
  /** The address of whoever will sign in with it. */
  readonly email: string;
}

/** Passwords that somebody chooses, and what every one of them must be before it is hashed. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly common: CommonPasswords,
    private readonly hasher: PasswordHasher,
  ) {}

  /**
   * @param checks of the other fields of the same request
   * @throws InvalidFieldsError with everything that is at fault
   */
  async check({ field, password, email }: NewPassword, checks = new FieldChecks()): Promise<void> {
    checkPassword(checks, field, password, { email, isCommon: await this.common.has(password) });
    checks.done();
  }

  /**
   * The hash, once nothing is at fault.
   * @throws InvalidFieldsError, UnavailableError
   */
  async hash(chosen: NewPassword, checks?: FieldChecks): Promise<string> {
    await this.check(chosen, checks);
    return this.hasher.hash(chosen.password);
  }
}
