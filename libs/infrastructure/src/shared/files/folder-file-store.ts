import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { FileStore } from '@fleet/application/shared/file-store';
import { OutboundPolicy } from '@fleet/infrastructure/shared/resilience/outbound-policy';
import { writeDurably } from './durable-write';
import { idOf, pathsOf } from './file-paths';

/**
 * Files in a folder of this machine, or of one that every process of the product has mounted. A disk that hangs holds one
 * of the process's few threads for each call, which everything else needs too: hence only so many calls at once.
 */
export class FolderFileStore extends FileStore {
  private readonly root: string;

  /** @param folder made when the first file comes */
  constructor(
    folder: string,
    private readonly policy: OutboundPolicy,
  ) {
    super();
    this.root = resolve(folder);
  }

  async put(id: string, content: Uint8Array): Promise<void> {
    const paths = pathsOf(this.root, id);
    await this.reached(() => writeDurably(paths, content));
  }

  async get(id: string): Promise<Uint8Array | null> {
    const { file } = pathsOf(this.root, id);
    return this.reached(() => unlessMissing(readFile(file)));
  }

  async delete(id: string): Promise<void> {
    const { file, draft } = pathsOf(this.root, id);
    for (const path of [file, draft]) await this.reached(() => rm(path, { force: true }));
  }

  async *putBefore(moment: Date): AsyncGenerator<string> {
    for await (const [name, path] of this.namesBelow(this.root, 2)) {
      const id = idOf(name);
      if (id === null) continue;
      const found = await this.reached(() => unlessMissing(stat(path)));
      if (found && found.mtime < moment) yield id;
    }
  }

  /** The names of what is so many folders down, each with its path: a folder at a time, for there may be millions. */
  private async *namesBelow(folder: string, levels: number): AsyncGenerator<[name: string, path: string]> {
    const entries = await this.reached(() => unlessMissing(readdir(folder, { withFileTypes: true })));
    for (const entry of entries ?? []) {
      const path = join(folder, entry.name);
      if (levels === 0) yield [entry.name, path];
      else if (entry.isDirectory()) yield* this.namesBelow(path, levels - 1);
    }
  }

  /**
   * Each of these may be done twice. A disk that is full, read-only or away may be mended: the client is told to ask again,
   * and the log says why.
   */
  private async reached<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.policy.run(work, { repeats: true });
    } catch (error) {
      throw new UnavailableError('The file store cannot be reached.', error);
    }
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
