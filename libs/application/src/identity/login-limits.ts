/** Slows down whoever tries passwords: many against one account, or one against many. */
export abstract class LoginLimits {
  /**
   * Counts a try, before anything is known of it; those that succeed count as well.
   *
   * @param email as it was typed, or as the account has it
   * @param address the client's
   * @throws RateLimitedError when the account or the client has had its share
   */
  abstract check(email: string, address: string): Promise<void>;
}
