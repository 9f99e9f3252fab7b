import { SingleTry } from '@fleet/tests/builders/fake-ports';
import { RotateEncryptionKeys } from './rotate-encryption-keys';
import { SealedBatch, SealedData, SealedPosition } from './sealed-data';

/** Three batches, of which the second finds a value that somebody else has written meanwhile. */
class ThreeBatches extends SealedData {
  readonly asked: SealedPosition[] = [];
  beforeBatch: (number: number) => void = () => undefined;

  async sealAnew(from: SealedPosition): Promise<SealedBatch> {
    this.beforeBatch(this.asked.push(from));
    const number = this.asked.length;
    return { moved: number === 2 ? 9 : 10, next: number === 3 ? null : { column: number, after: 'x' } };
  }

  async countOutdated(): Promise<number> {
    return 1;
  }
}

let sealed: ThreeBatches;
let rotate: RotateEncryptionKeys;
beforeEach(() => {
  sealed = new ThreeBatches();
  rotate = new RotateEncryptionKeys(new SingleTry(), sealed);
});

describe('RotateEncryptionKeys', () => {
  it('goes from batch to batch to the end, and tells what was moved and what is left', async () => {
    expect(await rotate.execute()).toEqual({ moved: 29, left: 1 });
    expect(sealed.asked.map(({ column }) => column)).toEqual([0, 1, 2]);
  });

  it('ends between two batches when it is told to stop', async () => {
    const stop = new AbortController();
    sealed.beforeBatch = (number) => number === 2 && stop.abort(new Error('the process is stopping'));
    await expect(rotate.execute(stop.signal)).rejects.toThrow('the process is stopping');
    expect(sealed.asked).toHaveLength(2);
  });
});
