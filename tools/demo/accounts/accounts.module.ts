import { DynamicModule, Module } from '@nestjs/common';
import { CredentialsModule } from '@fleet/infrastructure/identity/credentials.module';
import { IdentityPersistenceModule } from '@fleet/infrastructure/identity/identity.persistence.module';
import { Shared, SharedModule } from '@fleet/infrastructure/shared/shared.module';
import { DemoAccounts } from './demo-accounts';

@Module({})
export class AccountsModule {
  static forRoot(shared: Shared): DynamicModule {
    return {
      module: AccountsModule,
      imports: [SharedModule.forRoot(shared), IdentityPersistenceModule, CredentialsModule],
      providers: [DemoAccounts],
    };
  }
}
