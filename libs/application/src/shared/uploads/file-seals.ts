export interface SealedFile {
  /** Opens this one file; in base64url. */
  readonly key: string;
  readonly content: Uint8Array;
  /** Of what was sealed, in hexadecimal digits. */
  readonly sha256: string;
}

/** The file was changed, or this is not its key. */
export class UnreadableFileError extends Error {
  constructor(id: string) {
    super(`The file ${id} cannot be opened: it was changed, or the key is not its own.`);
    this.name = 'UnreadableFileError';
  }
}

/** Encrypts each file under a key of its own. Whoever destroys the key has destroyed the file, wherever its copies are. */
export abstract class FileSeals {
  /** @param id part of the seal: the content cannot be passed off as another file's */
  abstract seal(id: string, content: Uint8Array): SealedFile;

  /** @throws UnreadableFileError */
  abstract open(id: string, key: string, sealed: Uint8Array): Uint8Array;
}
