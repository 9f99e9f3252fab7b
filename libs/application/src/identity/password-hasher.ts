/** Turns passwords into what may be stored. It is slow on purpose, so only so many are worked on at once. */
export abstract class PasswordHasher {
  /** @throws UnavailableError when too many others wait already */
  abstract hash(password: string): Promise<string>;

  /**
   * Compares a password with a hash. Without a hash it does the same work and says no, so that nobody can tell
   * from the time it takes whether somebody has an account.
   * @throws UnavailableError when too many others wait already
   */
  abstract matches(password: string, hash: string | null): Promise<boolean>;

  /** Whether the hash was made as new ones are. */
  abstract isCurrent(hash: string): boolean;
}
