import { Global, Module } from '@nestjs/common';
import { ActivateUser } from '@fleet/application/identity/activate-user';
import { ChangeOwnPassword } from '@fleet/application/identity/change-own-password';
import { ChangeUser } from '@fleet/application/identity/change-user';
import { CreateApiKey } from '@fleet/application/identity/create-api-key';
import { CreateFirstAdministrator } from '@fleet/application/identity/create-first-administrator';
import { CreateUser } from '@fleet/application/identity/create-user';
import { DeactivateUser } from '@fleet/application/identity/deactivate-user';
import { EraseDriverAccounts } from '@fleet/application/identity/erase-driver-accounts';
import { NewPasswords } from '@fleet/application/identity/new-passwords';
import { RefreshSession } from '@fleet/application/identity/refresh-session';
import { RevokeApiKey } from '@fleet/application/identity/revoke-api-key';
import { SessionShape } from '@fleet/application/identity/session-shape';
import { SetPassword } from '@fleet/application/identity/set-password';
import { SignIn } from '@fleet/application/identity/sign-in';
import { SignOut } from '@fleet/application/identity/sign-out';
import { UserChanges } from '@fleet/application/identity/user-changes';
import { DriversPersistenceModule } from '@fleet/infrastructure/drivers/drivers.persistence.module';
import { CredentialsModule } from '@fleet/infrastructure/identity/credentials.module';
import { IdentityPersistenceModule } from '@fleet/infrastructure/identity/identity.persistence.module';
import { LoginLimitsModule } from '@fleet/infrastructure/identity/login-limits.module';
import { ApiKeysController } from './api-keys.controller';
import { AuthController } from './auth.controller';
import { FirstAdministratorAtStart } from './first-administrator';
import { UsersController } from './users.controller';

/** Who calls, and who may. Global, because every route asks that. */
@Global()
@Module({
  imports: [IdentityPersistenceModule, DriversPersistenceModule, CredentialsModule, LoginLimitsModule],
  controllers: [AuthController, UsersController, ApiKeysController],
  providers: [
    CreateFirstAdministrator,
    FirstAdministratorAtStart,
    NewPasswords,
    SessionShape,
    SignIn,
    RefreshSession,
    SignOut,
    ChangeOwnPassword,
    UserChanges,
    CreateUser,
    ChangeUser,
    ActivateUser,
    DeactivateUser,
    SetPassword,
    EraseDriverAccounts,
    CreateApiKey,
    RevokeApiKey,
  ],
  exports: [CredentialsModule, EraseDriverAccounts],
})
export class IdentityModule {}
