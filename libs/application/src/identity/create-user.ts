import { Injectable } from '@nestjs/common';
import { checkUser, User, UserDetails } from '@fleet/domain/identity/user';
import { UserRepository } from '@fleet/domain/identity/user.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { NewPasswords } from './new-passwords';
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
    private readonly passwords: NewPasswords,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  /** @throws InvalidFieldsError, DriverNotFoundError, EmailTakenError, UnavailableError */
  async execute({ password, ...details }: CreateUserCommand): Promise<UserView> {
    const checks = new FieldChecks();
    checkUser(checks, details);
    const passwordHash = await this.passwords.hash({ field: 'password', password, email: details.email }, checks);
    return this.unitOfWork.run(async () => {
      await this.changes.mustBeSomebody(details.driverId);
      const user = User.register({ id: this.ids.next(), ...details, passwordHash }, this.clock.now());
      await this.users.add(user);
      return userView(user);
    });
  }
}
