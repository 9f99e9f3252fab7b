import { Injectable } from '@nestjs/common';
import { Projections } from './projections';
import { UnitOfWork } from './unit-of-work';

/** How far it has come. */
export interface RebuildStep {
  readonly stream: string;
  /** Streams of this kind that are done, in this run. */
  readonly done: number;
  /** Rows of this kind that had no stream. */
  readonly removed: number;
  /** The last one of them: where a later run can go on. */
  readonly last: string;
}

/** Where an earlier run has stopped. */
export interface RebuildStart {
  readonly stream: string;
  readonly after: string;
}

/** Makes the rows that readers see anew from the log, while everybody goes on reading and writing. */
@Injectable()
export class RebuildProjections {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly projections: Projections,
  ) {}

  /**
   * In small transactions, one after the other; every row is right as soon as its own is done, and whoever writes meanwhile
   * waits for a moment at most. Rows without a stream go last, those first that refer to others.
   * @param start passes over what an earlier run has done
   * @param stop ends it before the next transaction; it then throws the signal's reason
   */
  async *execute(start?: RebuildStart, stop?: AbortSignal): AsyncGenerator<RebuildStep> {
    const { streams } = this.projections;
    const skipped = start ? streams.indexOf(start.stream) : 0;
    for (const stream of streams.slice(skipped)) {
      yield* this.rebuildStreams(stream, stream === start?.stream ? start.after : undefined, stop);
    }
    for (const stream of [...streams].reverse()) yield* this.removeOthers(stream, stop);
    stop?.throwIfAborted();
    await this.unitOfWork.run(() => this.projections.recount());
  }

  private async *rebuildStreams(
    stream: string,
    after: string | undefined,
    stop: AbortSignal | undefined,
  ): AsyncGenerator<RebuildStep> {
    let done = 0;
    for (let last = after; ;) {
      stop?.throwIfAborted();
      const ids = await this.projections.nextStreams(stream, last);
      if (ids.length === 0) return;
      const { removed } = await this.unitOfWork.run(() => this.projections.rebuild(stream, ids));
      last = ids.at(-1)!;
      yield { stream, done: (done += ids.length), removed, last };
    }
  }

  private async *removeOthers(stream: string, stop: AbortSignal | undefined): AsyncGenerator<RebuildStep> {
    for (let last: string | undefined; ;) {
      stop?.throwIfAborted();
      const ids = await this.projections.nextRows(stream, last);
      if (ids.length === 0) return;
      last = ids.at(-1)!;
      const others = await this.projections.withoutStream(stream, ids);
      if (others.length === 0) continue;
      const { removed } = await this.unitOfWork.run(() => this.projections.rebuild(stream, others));
      yield { stream, done: 0, removed, last };
    }
  }
}
