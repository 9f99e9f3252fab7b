import { Injectable } from '@nestjs/common';
import { FileStore } from '@fleet/application/shared/file-store';
import { inBatches } from '@fleet/application/shared/in-batches';
import { Clock } from '@fleet/domain/shared/clock';
import { KnownFiles } from './known-files';

/** By far longer than any request takes from putting its files to committing the row that knows them. */
const UNKNOWN_KEPT_MS = 24 * 60 * 60 * 1000;

/** As many as one statement asks for. */
const BATCH = 500;

/** Deletes the files that no row knows: their transaction failed, or what they belonged to was erased. */
@Injectable()
export class SweepFiles {
  constructor(
    private readonly store: FileStore,
    private readonly knownFiles: KnownFiles,
    private readonly clock: Clock,
  ) {}

  /**
   * @param stop ends it early
   * @returns how many files are gone
   */
  async execute(stop?: AbortSignal): Promise<number> {
    const before = new Date(this.clock.now().getTime() - UNKNOWN_KEPT_MS);
    let swept = 0;
    for await (const ids of inBatches(this.store.putBefore(before), BATCH)) {
      const known = await this.knownFiles.known(ids);
      for (const id of ids.filter((one) => !known.has(one))) {
        stop?.throwIfAborted();
        await this.store.delete(id);
        swept++;
      }
    }
    return swept;
  }
}
