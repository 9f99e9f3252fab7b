import { NamedKey } from './key-list';

/** The secrets of one installation. Of each list the first key makes new things; the others still read old ones. */
export class SecretKeys {
  constructor(
    /** Sign access tokens. */
    readonly tokens: readonly [NamedKey, ...NamedKey[]],
    /** Encrypt what the database must not show. */
    readonly encryption: readonly [NamedKey, ...NamedKey[]],
    /** Finds encrypted values by a keyed hash, and is what hashes of secrets are keyed with. It never changes. */
    readonly blindIndex: Buffer,
  ) {}
}
