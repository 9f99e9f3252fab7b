/**
 * Each person has a key of their own, under which the event log keeps what is theirs. Without it nobody reads that
 * again, and the log stays as it was written.
 */
export abstract class PersonKeys {
  /**
   * Destroys a person's key, in the present unit of work. A key that is not there is as good as destroyed. After the
   * commit nothing of it is left in the files of the database, as far as its engine can.
   */
  abstract destroy(personId: string): Promise<void>;
}
