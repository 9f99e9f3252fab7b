import { Injectable } from '@nestjs/common';
import { CommonPasswords } from '@fleet/domain/identity/common-passwords';
import { checkPassword } from '@fleet/domain/identity/password';
import { checkUser, User, UserDetails } from '@fleet/domain/identity/user';
import { UserRepository } from '@fleet/domain/identity/user.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { PasswordHasher } from './password-hasher';
import { UserChanges } from './user-changes';
import { UserView, userView } from './user.view';

export interface CreateUserCommand extends UserDetails {
  readonly password: string;
}

@Injectable()
export class CreateUser {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly changes: UserChanges,
    private readonly common: CommonPasswords,
    private readonly hasher: PasswordHasher,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  /** @throws InvalidFieldsError, DriverNotFoundError, EmailTakenError, UnavailableError */
  async execute({ password, ...details }: CreateUserCommand): Promise<UserView> {
    const checks = new FieldChecks();
    checkUser(checks, details);
    const isCommon = await this.common.has(password);
    checkPassword(checks, 'password', password, { email: details.email, isCommon });
    checks.done();
    const passwordHash = await this.hasher.hash(password);
    return this.unitOfWork.run(async () => {
      await this.changes.mustExist(details.driverId);
      const user = User.register({ id: this.ids.next(), ...details, passwordHash }, this.clock.now());
      await this.users.add(user);
      return userView(user);
    });
  }
}
