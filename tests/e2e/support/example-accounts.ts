import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EXAMPLE_API_KEYS, EXAMPLE_PASSWORDS, EXAMPLE_USERS } from '@fleet/api/http/openapi/examples';
import { PasswordHasher } from '@fleet/application/identity/password-hasher';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { ApiKey } from '@fleet/domain/identity/api-key';
import { ApiKeyRepository } from '@fleet/domain/identity/api-key.repository';
import { User } from '@fleet/domain/identity/user';
import { UserRepository } from '@fleet/domain/identity/user.repository';

/** Stores the users and keys that the documentation's examples speak of; their drivers are there already. */
export async function addExampleAccounts(app: NestFastifyApplication): Promise<void> {
  const find = <T>(port: abstract new (...parts: never[]) => T): T => app.get<T>(port, { strict: false });
  // Who has no password in the documentation has the manager's: no example signs in by it.
  const passwordHash = await find(PasswordHasher).hash(EXAMPLE_PASSWORDS.manager);
  const adminsHash = await find(PasswordHasher).hash(EXAMPLE_PASSWORDS.admin);
  await find(UnitOfWork).run(async () => {
    for (const user of Object.values(EXAMPLE_USERS)) {
      const hash = user === EXAMPLE_USERS.admin ? adminsHash : passwordHash;
      await find(UserRepository).add(User.restore({ ...user, passwordHash: hash, ...stamps(user) }));
    }
    for (const { lastUsedAt: _, ...key } of Object.values(EXAMPLE_API_KEYS)) {
      const scopes = [...key.scopes];
      await find(ApiKeyRepository).add(ApiKey.restore({ ...key, scopes, keyHash: `of ${key.id}`, ...stamps(key) }));
    }
  });
}

function stamps({ createdAt, updatedAt }: { createdAt: string; updatedAt: string }) {
  return { createdAt: new Date(createdAt), updatedAt: new Date(updatedAt) };
}
