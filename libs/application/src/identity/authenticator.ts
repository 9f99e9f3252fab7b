import { Principal } from './principal';

/** What a caller shows of itself. */
export type Credentials = { readonly accessToken: string } | { readonly apiKey: string };

/** Finds out who a caller is. Asked for every request, so what it knows already it answers without a wait. */
export abstract class Authenticator {
  /**
   * @returns null for credentials that are unknown, changed, expired or revoked, without a word about which
   * @throws UnavailableError when it cannot be found out now
   */
  abstract authenticate(credentials: Credentials): Principal | null | Promise<Principal | null>;
}
