/** Behind so many forgotten instants it is worth moving the others. */
const WORTH_MOVING = 32;

/** When the requests of one caller passed, in order. */
export class Passes {
  private instants: number[] = [];
  private forgotten = 0;

  get count(): number {
    return this.instants.length - this.forgotten;
  }

  /** NaN when there is none. */
  get oldest(): number {
    return this.instants[this.forgotten] ?? NaN;
  }

  /** Minus infinity when there never was one. */
  get newest(): number {
    return this.instants.at(-1) ?? -Infinity;
  }

  add(instant: number): void {
    // A list of one, as most callers have it, takes no more than that.
    if (this.instants.length === 0) this.instants = [instant];
    else this.instants.push(instant);
  }

  forgetUntil(instant: number): void {
    while (this.oldest <= instant) this.forgotten++;
    if (this.forgotten < WORTH_MOVING || this.forgotten < this.count) return;
    this.instants = this.instants.slice(this.forgotten);
    this.forgotten = 0;
  }
}
