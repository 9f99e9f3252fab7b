/** What a change of keys has still to do: opaque, and good for {@link SealedData.sealAnew} alone. */
export interface SealedPosition {
  readonly column: number;
  readonly after: string | null;
}

export const FIRST_POSITION: SealedPosition = { column: 0, after: null };

export interface SealedBatch {
  /** Values that are sealed with the current key now, and were not before. */
  readonly moved: number;
  /** Where to go on; null at the end. */
  readonly next: SealedPosition | null;
}

/** Everything that is kept encrypted with the installation's keys, of which one is current. */
export abstract class SealedData {
  /**
   * Seals some values anew, in the present unit of work, that an earlier key sealed. Somebody who writes such a value
   * meanwhile goes before: theirs is left as it is. What cannot be opened is left too, and said in the log.
   */
  abstract sealAnew(from: SealedPosition): Promise<SealedBatch>;

  /** How many values an earlier key has sealed. */
  abstract countOutdated(): Promise<number>;
}
