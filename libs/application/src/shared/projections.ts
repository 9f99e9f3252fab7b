export interface RebuiltBatch {
  /** Rows that were removed, because nothing has ever happened to them. */
  readonly removed: number;
}

/** What readers see of streams, as far as it can be made anew from the log. */
export abstract class Projections {
  /** The kinds of streams, those first that the rows of others refer to. */
  abstract readonly streams: readonly string[];

  /** The next ids of a kind that have a stream, in an order of their own. @param after the last one of before */
  abstract nextStreams(stream: string, after: string | undefined): Promise<string[]>;

  /** The next ids of a kind that have a row, in the same order. */
  abstract nextRows(stream: string, after: string | undefined): Promise<string[]>;

  /** Those of the rows that have no stream. */
  abstract withoutStream(stream: string, ids: readonly string[]): Promise<string[]>;

  /**
   * Makes the rows of some streams what the log says, in the present unit of work, keeping everybody else from changing them
   * meanwhile; of an id without a stream the row is removed.
   */
  abstract rebuild(stream: string, ids: readonly string[]): Promise<RebuiltBatch>;

  /** Counts anew, in the present unit of work, what is counted along with the rows. */
  abstract recount(): Promise<void>;
}
