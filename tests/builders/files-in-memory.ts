import { FileStore } from '@fleet/application/shared/file-store';
import { FileSeals, SealedFile, UnreadableFileError } from '@fleet/application/shared/uploads/file-seals';
import { IdGenerator } from '@fleet/domain/shared/id-generator';

/** Files in memory, in the order in which they were put. */
export class FilesInMemory extends FileStore {
  readonly files = new Map<string, Uint8Array>();
  /** Whose age {@link putBefore} was last asked about. */
  asked: Date | undefined;
  /** What happens to each put and delete before it is done. */
  before: (what: 'put' | 'delete', id: string) => void = () => undefined;

  async put(id: string, content: Uint8Array): Promise<void> {
    this.before('put', id);
    this.files.set(id, content);
  }

  async get(id: string): Promise<Uint8Array | null> {
    return this.files.get(id) ?? null;
  }

  async delete(id: string): Promise<void> {
    this.before('delete', id);
    this.files.delete(id);
  }

  async *putBefore(moment: Date): AsyncGenerator<string> {
    this.asked = moment;
    yield* [...this.files.keys()];
  }
}

/** Turns every bit, and knows its keys by the ids that it gave them for. */
export class TurnedSeals extends FileSeals {
  seal(id: string, content: Uint8Array): SealedFile {
    return { key: `key of ${id}`, content: turned(content), sha256: `sha256 of ${content.length}` };
  }

  open(id: string, key: string, sealed: Uint8Array): Uint8Array {
    if (key !== `key of ${id}`) throw new UnreadableFileError(id);
    return turned(sealed);
  }
}

/** `file-1`, `file-2` … */
export class CountedIds extends IdGenerator {
  private count = 0;

  next(): string {
    return `file-${++this.count}`;
  }
}

function turned(content: Uint8Array): Uint8Array {
  return content.map((byte) => 255 - byte);
}
