import { Global, Module } from '@nestjs/common';
import { CreateFirstAdministrator } from '@fleet/application/identity/create-first-administrator';
import { SignIn } from '@fleet/application/identity/sign-in';
import { CredentialsModule } from '@fleet/infrastructure/identity/credentials.module';
import { IdentityPersistenceModule } from '@fleet/infrastructure/identity/identity.persistence.module';
import { AuthController } from './auth.controller';
import { FirstAdministratorAtStart } from './first-administrator';

/** Who calls. Global, because every route asks that. */
@Global()
@Module({
  imports: [IdentityPersistenceModule, CredentialsModule],
  controllers: [AuthController],
  providers: [CreateFirstAdministrator, FirstAdministratorAtStart, SignIn],
  exports: [CredentialsModule],
})
export class IdentityModule {}
