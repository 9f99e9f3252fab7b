import { Injectable } from '@nestjs/common';
import { FIRST_POSITION, SealedData, SealedPosition } from './sealed-data';
import { UnitOfWork } from './unit-of-work';

export interface KeyRotation {
  readonly moved: number;
  /** Values that still need an earlier key: when there are none, it may be thrown away. */
  readonly left: number;
}

/** Seals with the current key what earlier ones have sealed. */
@Injectable()
export class RotateEncryptionKeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealed: SealedData,
  ) {}

  /**
   * In small transactions, between which everybody else goes on. What is done is done: whoever begins again goes on with
   * what is left.
   * @param stop ends it before the next batch; it then throws the signal's reason
   */
  async execute(stop?: AbortSignal): Promise<KeyRotation> {
    let moved = 0;
    for (let from: SealedPosition | null = FIRST_POSITION; from !== null;) {
      stop?.throwIfAborted();
      const position: SealedPosition = from;
      const batch = await this.unitOfWork.run(() => this.sealed.sealAnew(position));
      moved += batch.moved;
      from = batch.next;
    }
    return { moved, left: await this.sealed.countOutdated() };
  }
}
