import { Injectable } from '@nestjs/common';
import { FileStore } from '@fleet/application/shared/file-store';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { ImageType, imageTypeOf } from '@fleet/domain/shared/images/image';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { FileSeals } from './file-seals';

/** A file as somebody sends it. */
export interface Upload {
  /** Of the form: what faults are named by. */
  readonly field: string;
  readonly content: Uint8Array;
}

/** A file that is kept. */
export interface UploadedFile {
  readonly id: string;
  /** What the content is, whatever the sender called it. */
  readonly mediaType: ImageType;
  /** Bytes, before encryption. */
  readonly size: number;
  /** Before encryption, in hexadecimal digits. */
  readonly sha256: string;
  /** Without it nobody can read the file: keep it sealed, and where it can be erased. */
  readonly key: string;
}

/** The images that people send with a form. */
@Injectable()
export class UploadedFiles {
  constructor(
    private readonly store: FileStore,
    private readonly seals: FileSeals,
    private readonly ids: IdGenerator,
  ) {}

  /**
   * Keeps the files, all of them or none, in the order in which they came. Outside of any transaction: when that of the
   * caller fails, it calls {@link discard}.
   *
   * @throws InvalidFieldsError when any of them is no image
   * @throws UnavailableError when the store is away
   */
  async keep(uploads: readonly Upload[]): Promise<UploadedFile[]> {
    const types = uploads.map(({ content }) => imageTypeOf(content));
    const faults = uploads.filter((_, index) => types[index] === null).map(({ field }) => faultOf(field));
    if (faults.length > 0) throw new InvalidFieldsError(faults);
    const kept: UploadedFile[] = [];
    try {
      for (const [index, { content }] of uploads.entries()) kept.push(await this.put(content, types[index]!));
      return kept;
    } catch (error) {
      await this.discard(kept.map(({ id }) => id));
      throw error;
    }
  }

  /** Takes files away that no row has come to know. It never fails: what stays, the sweep finds. */
  async discard(ids: readonly string[]): Promise<void> {
    await Promise.allSettled(ids.map((id) => this.store.delete(id)));
  }

  /**
   * The content as it was sent; null when the store has no such file.
   * @throws UnreadableFileError when it was changed, or the key is not its own
   * @throws UnavailableError when the store is away
   */
  async read({ id, key }: Pick<UploadedFile, 'id' | 'key'>): Promise<Uint8Array | null> {
    const sealed = await this.store.get(id);
    return sealed && this.seals.open(id, key, sealed);
  }

  private async put(content: Uint8Array, mediaType: ImageType): Promise<UploadedFile> {
    const id = this.ids.next();
    const { key, sha256, content: sealed } = this.seals.seal(id, content);
    await this.store.put(id, sealed);
    return { id, mediaType, size: content.length, sha256, key };
  }
}

function faultOf(field: string): { field: string; message: string } {
  return { field, message: 'must be a PNG, JPEG or WebP image' };
}
