/**
 * Each person has a key of their own, under which the event log keeps what is theirs. Without it nobody reads that
 * again, and the log stays as it was written.
 */
export abstract class PersonKeys {
  /** Destroys a person's key, in the present unit of work. A key that is not there is as good as destroyed. */
  abstract destroy(personId: string): Promise<void>;

  /**
   * Called after the commit: leaves nothing of destroyed keys in the files of the database, as far as its engine can.
   * It fails nobody: what stays behind is said in the log.
   */
  abstract wipeDestroyed(): Promise<void>;
}
