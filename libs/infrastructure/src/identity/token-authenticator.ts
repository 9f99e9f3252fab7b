import { Injectable } from '@nestjs/common';
import { Authenticator, Credentials } from '@fleet/application/identity/authenticator';
import { Principal } from '@fleet/application/identity/principal';
import { KnownApiKeys } from './known-api-keys';
import { KnownSessions } from './known-sessions';
import { VerifiedTokens } from './verified-tokens';

/** Knows callers by an access token or an API key. */
@Injectable()
export class TokenAuthenticator extends Authenticator {
  constructor(
    private readonly tokens: VerifiedTokens,
    private readonly sessions: KnownSessions,
    private readonly keys: KnownApiKeys,
  ) {
    super();
  }

  authenticate(credentials: Credentials): Principal | null | Promise<Principal | null> {
    if ('apiKey' in credentials) return this.keys.holderOf(credentials.apiKey);
    const claims = this.tokens.check(credentials.accessToken);
    if (!claims) return null;
    const user = this.sessions.userOf(claims.sessionId);
    const unlessAnother = (found: Principal | null) => (found?.id === claims.userId ? found : null);
    return user instanceof Promise ? user.then(unlessAnother) : unlessAnother(user);
  }
}
