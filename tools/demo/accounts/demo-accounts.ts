import { Injectable } from '@nestjs/common';
import { EXAMPLE_API_KEYS, EXAMPLE_PASSWORDS, EXAMPLE_USERS } from '@fleet/api/http/openapi/example-accounts';
import { ApiKeySecrets } from '@fleet/application/identity/api-key-secrets';
import { PasswordHasher } from '@fleet/application/identity/password-hasher';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { ApiKey } from '@fleet/domain/identity/api-key';
import { ApiKeyRepository } from '@fleet/domain/identity/api-key.repository';
import { User } from '@fleet/domain/identity/user';
import { UserRepository } from '@fleet/domain/identity/user.repository';

const PASSWORDS: Readonly<Record<string, string>> = EXAMPLE_PASSWORDS;

/** The accounts that the documentation's examples speak of: one that somebody can sign in with for each role. */
@Injectable()
export class DemoAccounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly keys: ApiKeyRepository,
    private readonly hasher: PasswordHasher,
    private readonly secrets: ApiKeySecrets,
  ) {}

  async make(now: Date): Promise<void> {
    const hashes = await this.passwordHashes();
    await this.unitOfWork.run(async () => {
      for (const [name, { active, ...details }] of Object.entries(EXAMPLE_USERS)) {
        const user = User.register({ ...details, passwordHash: hashes.get(name)! }, now);
        if (!active) user.deactivate(now);
        await this.users.add(user);
      }
      for (const key of Object.values(EXAMPLE_API_KEYS)) {
        // Its secret is thrown away: nobody calls with it.
        const keyHash = this.secrets.hashOf(this.secrets.next())!;
        await this.keys.add(ApiKey.create({ ...key, scopes: [...key.scopes], keyHash }, now));
      }
    });
  }

  /** Those for whom no password is shown have one that nobody knows. */
  private async passwordHashes(): Promise<ReadonlyMap<string, string>> {
    const hashes = new Map<string, string>();
    for (const name of Object.keys(EXAMPLE_USERS)) {
      hashes.set(name, await this.hasher.hash(PASSWORDS[name] ?? this.secrets.next()));
    }
    return hashes;
  }
}
