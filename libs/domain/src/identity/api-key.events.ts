import { Permission } from './permissions';

/** What can happen to an API key, and what each event's payload holds. The key itself is in none of them. */
export type ApiKeyEvents = {
  ApiKeyCreated: { name: string; scopes: Permission[]; expiresAt: string | null; prefix: string };
  ApiKeyRevoked: { revokedAt: string };
};
