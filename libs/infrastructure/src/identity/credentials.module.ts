import { Module } from '@nestjs/common';
import { ApiKeySecrets } from '@fleet/application/identity/api-key-secrets';
import { Authenticator } from '@fleet/application/identity/authenticator';
import { FirstAdministratorSettings } from '@fleet/application/identity/first-administrator';
import { PasswordHasher } from '@fleet/application/identity/password-hasher';
import { SessionTokens } from '@fleet/application/identity/session-tokens';
import { RememberedSessions } from '@fleet/application/identity/sessions';
import { CommonPasswords } from '@fleet/domain/identity/common-passwords';
import { AccessTokens } from './access-tokens';
import { ApiKeyUse } from './api-key-use';
import { Argon2PasswordHasher } from './argon2-password-hasher';
import { CheckedApiKeySecrets } from './checked-api-key-secrets';
import { ConfiguredFirstAdministrator } from './configured-first-administrator';
import { KeyedSessionTokens } from './keyed-session-tokens';
import { KnownApiKeys } from './known-api-keys';
import { KnownSessions } from './known-sessions';
import { ListedCommonPasswords } from './listed-common-passwords';
import { TokenAuthenticator } from './token-authenticator';
import { VerifiedTokens } from './verified-tokens';

/** Passwords, tokens and keys: how callers prove who they are. */
@Module({
  providers: [
    AccessTokens,
    VerifiedTokens,
    KnownSessions,
    { provide: RememberedSessions, useExisting: KnownSessions },
    ApiKeyUse,
    KnownApiKeys,
    { provide: ApiKeySecrets, useClass: CheckedApiKeySecrets },
    { provide: PasswordHasher, useClass: Argon2PasswordHasher },
    { provide: CommonPasswords, useClass: ListedCommonPasswords },
    { provide: FirstAdministratorSettings, useClass: ConfiguredFirstAdministrator },
    { provide: SessionTokens, useClass: KeyedSessionTokens },
    { provide: Authenticator, useClass: TokenAuthenticator },
  ],
  exports: [
    ApiKeySecrets,
    Authenticator,
    CommonPasswords,
    FirstAdministratorSettings,
    PasswordHasher,
    RememberedSessions,
    SessionTokens,
  ],
})
export class CredentialsModule {}
