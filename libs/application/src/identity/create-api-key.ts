import { Injectable } from '@nestjs/common';
import { ApiKey, ApiKeyDetails } from '@fleet/domain/identity/api-key';
import { ApiKeyRepository } from '@fleet/domain/identity/api-key.repository';
import { UserId } from '@fleet/domain/identity/user-id';
import { Clock } from '@fleet/domain/shared/clock';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { ApiKeySecrets } from './api-key-secrets';
import { NewApiKeyView, newApiKeyView } from './api-key.view';

export interface CreateApiKeyCommand extends ApiKeyDetails {
  readonly createdBy: UserId;
}

@Injectable()
export class CreateApiKey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: ApiKeyRepository,
    private readonly secrets: ApiKeySecrets,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  /** @throws InvalidFieldsError */
  execute(command: CreateApiKeyCommand): Promise<NewApiKeyView> {
    const secret = this.secrets.next();
    const stored = { prefix: this.secrets.prefixOf(secret), keyHash: this.secrets.hashOf(secret)! };
    return this.unitOfWork.run(async () => {
      const key = ApiKey.create({ id: this.ids.next(), ...command, ...stored }, this.clock.now());
      await this.keys.add(key);
      return newApiKeyView(key, secret);
    });
  }
}
