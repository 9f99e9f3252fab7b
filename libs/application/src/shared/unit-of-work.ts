/** Does a piece of work wholly or not at all. */
export abstract class UnitOfWork {
  /**
   * Runs `work` in one transaction and commits it. Inside another `run` it joins that one.
   *
   * The whole work runs again, a few times, when it lost a race against somebody else's (a deadlock, a busy
   * database, {@link ConcurrentUpdateError}); so it must load what it decides on, and leave nothing behind
   * outside the database. Never start two writes at once inside: a transaction is one conversation.
   *
   * @throws ConcurrentUpdateError when it still loses after the last try
   * @throws UnavailableError when the database cannot be reached or stays busy
   */
  abstract run<T>(work: () => Promise<T>): Promise<T>;
}
