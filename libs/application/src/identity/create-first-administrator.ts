import { Injectable } from '@nestjs/common';
import { checkUser, User } from '@fleet/domain/identity/user';
import { EmailTakenError } from '@fleet/domain/identity/user.errors';
import { UserRepository } from '@fleet/domain/identity/user.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { FirstAdministrator } from './first-administrator';
import { NewPasswords } from './new-passwords';

const NAME = 'Administrator';

/** Lets somebody into an installation that nobody has a key to yet. */
@Injectable()
export class CreateFirstAdministrator {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly passwords: NewPasswords,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  isNeeded(): Promise<boolean> {
    return this.unitOfWork.run(() => this.users.isEmpty());
  }

  /**
   * Of processes that start together one succeeds.
   * @returns false when there is a user already
   * @throws InvalidFieldsError for the field `email` or `password`
   */
  async execute({ email, password }: FirstAdministrator): Promise<boolean> {
    const details = { email, name: NAME, role: 'Admin', driverId: null } as const;
    const checks = new FieldChecks();
    checkUser(checks, details);
    const passwordHash = await this.passwords.hash({ field: 'password', password, email }, checks);
    try {
      return await this.unitOfWork.run(async () => {
        if (!(await this.users.isEmpty())) return false;
        const user = User.register({ id: this.ids.next(), ...details, passwordHash }, this.clock.now());
        await this.users.add(user);
        return true;
      });
    } catch (error) {
      if (error instanceof EmailTakenError) return false;
      throw error;
    }
  }
}
