import { Global, Module } from '@nestjs/common';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { BlindIndex } from './blind-index';
import { loadSecretKeys } from './load-secret-keys';
import { SecretBox } from './secret-box';
import { SecretKeys } from './secret-keys';

/** The installation's keys and what is done with them. */
@Global()
@Module({
  providers: [{ provide: SecretKeys, inject: [Configuration], useFactory: loadSecretKeys }, SecretBox, BlindIndex],
  exports: [SecretKeys, SecretBox, BlindIndex],
})
export class SecretsModule {}
