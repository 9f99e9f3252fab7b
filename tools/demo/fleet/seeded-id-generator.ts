import { v7 } from 'uuid';
import { Clock } from '@fleet/domain/shared/clock';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { Random } from './random';

/** The same identities every time: the time in them is the simulated one, and the rest comes from a seed. */
export class SeededIdGenerator extends IdGenerator {
  private readonly random = new Random('identities');
  private sequence = 0;
  private reserved: string | undefined;

  constructor(private readonly clock: Clock) {
    super();
  }

  /** The next identity is `id`, when one is given. */
  reserve(id: string | undefined): void {
    this.reserved = id;
  }

  next(): string {
    const id = this.reserved ?? this.make();
    this.reserved = undefined;
    return id;
  }

  private make(): string {
    const random = Uint8Array.from({ length: 16 }, () => this.random.between(0, 255));
    return v7({ msecs: this.clock.now().getTime(), seq: this.sequence++, random });
  }
}
