/** What the rows of the database know of the file store. */
export abstract class KnownFiles {
  /** Those of the ids that a row names; never behind what is committed. */
  abstract known(ids: readonly string[]): Promise<ReadonlySet<string>>;
}
