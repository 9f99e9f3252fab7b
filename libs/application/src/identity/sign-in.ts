import { Injectable } from '@nestjs/common';
import { UserRepository } from '@fleet/domain/identity/user.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { InvalidCredentialsError } from './identity.errors';
import { PasswordHasher } from './password-hasher';
import { SessionShape } from './session-shape';
import { SessionTokens } from './session-tokens';
import { Sessions } from './sessions';
import { SignedInView } from './signed-in.view';
import { UserCredentials, UserQueries } from './user.queries';

export interface SignInCommand {
  readonly email: string;
  readonly password: string;
}

/** Opens a session for whoever knows an active user's password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: UserQueries,
    private readonly users: UserRepository,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly tokens: SessionTokens,
    private readonly shape: SessionShape,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  /** @throws InvalidCredentialsError, UnavailableError */
  async execute({ email, password }: SignInCommand): Promise<SignedInView> {
    const known = await this.queries.credentialsOf(email);
    // Outside the transaction, and the same work for everybody, known or not.
    const matches = await this.hasher.matches(password, known?.active ? known.passwordHash : null);
    if (!known || !matches) throw new InvalidCredentialsError();
    const renewed = this.hasher.isCurrent(known.passwordHash) ? known.passwordHash : await this.hasher.hash(password);
    return this.open(known, renewed);
  }

  private open({ id: userId, passwordHash }: UserCredentials, renewed: string): Promise<SignedInView> {
    return this.unitOfWork.run(async () => {
      // Holds the user too: whoever changes the password or ends the account now ends this session with the others.
      if (!(await this.users.confirmPassword(userId, passwordHash, renewed))) throw new InvalidCredentialsError();
      const user = await this.users.find(userId);
      if (!user) throw new InvalidCredentialsError();
      const now = this.clock.now();
      const session = { id: this.ids.next(), userId };
      const refreshToken = this.tokens.firstRefreshToken();
      await this.sessions.open(session, this.shape.stored(refreshToken, session.id, now));
      return this.shape.view(user, session.id, refreshToken);
    });
  }
}
