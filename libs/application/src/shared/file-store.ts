/**
 * Where the content of files is kept, each under an id from the `IdGenerator`. What comes here is encrypted: whoever
 * reads the store reads nothing. It takes no part in transactions, so a file is put before the row that knows it, and
 * taken away after it.
 */
export abstract class FileStore {
  /**
   * Keeps the content, wholly or not at all, and for good once it returns.
   * @throws UnavailableError when the store cannot take it now
   */
  abstract put(id: string, content: Uint8Array): Promise<void>;

  /**
   * Null when there is no such file.
   * @throws UnavailableError when the store cannot be read now
   */
  abstract get(id: string): Promise<Uint8Array | null>;

  /** A file that is not there is as good as deleted. */
  abstract delete(id: string): Promise<void>;

  /** The ids of what was put before the moment, in no order; of what was never put wholly, too. */
  abstract putBefore(moment: Date): AsyncIterable<string>;
}
