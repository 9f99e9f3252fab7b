import { Injectable } from '@nestjs/common';
import { ApiKeyId } from '@fleet/domain/identity/api-key-id';
import { ApiKeyNotFoundError } from '@fleet/domain/identity/api-key.errors';
import { ApiKeyRepository } from '@fleet/domain/identity/api-key.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';

/** Ends an API key for good; it stays to be seen. */
@Injectable()
export class RevokeApiKey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: ApiKeyRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws ApiKeyNotFoundError, VersionMismatchError */
  execute(id: ApiKeyId, expectedVersion?: ExpectedVersion): Promise<void> {
    return this.unitOfWork.run(async () => {
      const key = await this.keys.find(id);
      if (!key) throw new ApiKeyNotFoundError();
      expectVersion(key, expectedVersion);
      key.revoke(this.clock.now());
      await this.keys.update(key);
    });
  }
}
