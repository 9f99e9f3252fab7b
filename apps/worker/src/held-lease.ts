import { Logger } from '@nestjs/common';
import { Lease, Leases } from '@fleet/application/shared/lease';

/** A lease in the hands of this process: renewed every third of its time until it is given up or lost. */
export class HeldLease {
  private readonly logger = new Logger(HeldLease.name);
  private clock: NodeJS.Timeout | undefined;
  private expiry: NodeJS.Timeout | undefined;
  private renewal: Promise<void> | undefined;

  /**
   * @param ttl milliseconds
   * @param lost told when somebody else has the lease or may have it
   */
  constructor(
    private readonly leases: Leases,
    private readonly lease: Lease,
    private readonly ttl: number,
    private readonly lost: () => void,
  ) {}

  /** @param heldFrom when it was asked for, on the clock of `performance` */
  keep(heldFrom: number): void {
    this.expireFrom(heldFrom);
    // One that waits for its answer is not joined by a second one.
    this.clock = setInterval(() => {
      this.renewal ??= this.renew().finally(() => (this.renewal = undefined));
    }, this.ttl / 3);
  }

  async giveUp(): Promise<void> {
    clearInterval(this.clock);
    await this.renewal;
    clearTimeout(this.expiry);
    try {
      await this.leases.release(this.lease);
    } catch (error) {
      this.logger.warn({ err: error, lease: this.lease.name }, 'A lease could not be given up; it expires by itself');
    }
  }

  private async renew(): Promise<void> {
    const heldFrom = performance.now();
    try {
      if (await this.leases.renew(this.lease, this.ttl)) this.expireFrom(heldFrom);
      else this.lose();
    } catch (error) {
      // It is still held until it expires, and may be renewed before that.
      this.logger.warn({ err: error, lease: this.lease.name }, 'A lease could not be renewed');
    }
  }

  private expireFrom(heldFrom: number): void {
    clearTimeout(this.expiry);
    this.expiry = setTimeout(() => this.lose(), heldFrom + this.ttl - performance.now());
  }

  private lose(): void {
    clearInterval(this.clock);
    clearTimeout(this.expiry);
    this.lost();
  }
}
