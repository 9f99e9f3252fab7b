import { opendir, readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { FileStore } from '@fleet/application/shared/file-store';
import { writeDurably } from './durable-write';
import { idOf, pathsOf } from './file-paths';

/** Files in a folder of this machine, or of one that every process of the product has mounted. */
export class FolderFileStore extends FileStore {
  private readonly root: string;

  /** @param folder made when the first file comes */
  constructor(folder: string) {
    super();
    this.root = resolve(folder);
  }

  async put(id: string, content: Uint8Array): Promise<void> {
    const paths = pathsOf(this.root, id);
    await reached(() => writeDurably(paths, content));
  }

  get(id: string): Promise<Uint8Array | null> {
    const { file } = pathsOf(this.root, id);
    return reached(() => unlessMissing(readFile(file)));
  }

  async delete(id: string): Promise<void> {
    const { file, draft } = pathsOf(this.root, id);
    await reached(() => Promise.all([file, draft].map((path) => rm(path, { force: true }))));
  }

  async *putBefore(moment: Date): AsyncGenerator<string> {
    for await (const [name, path] of namesBelow(this.root, 2)) {
      const id = idOf(name);
      if (id === null) continue;
      const found = await unlessMissing(stat(path));
      if (found && found.mtime < moment) yield id;
    }
  }
}

/** The names of what is so many folders down, each with its path; one by one, for there may be millions. */
async function* namesBelow(folder: string, levels: number): AsyncGenerator<[name: string, path: string]> {
  const entries = await unlessMissing(opendir(folder));
  if (!entries) return;
  for await (const entry of entries) {
    const path = join(folder, entry.name);
    if (levels === 0) yield [entry.name, path];
    else if (entry.isDirectory()) yield* namesBelow(path, levels - 1);
  }
}

async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A disk that is full, read-only or away may be mended: the client is told to ask again, and the log says why. */
async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new UnavailableError('The file store cannot be reached.', error);
  }
}
