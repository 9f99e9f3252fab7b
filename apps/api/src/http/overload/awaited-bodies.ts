/** One sender may have so large a part of what all may have. */
const PART_OF_ONE = 1 / 4;

/** Bodies that are still on their way: how many there are, and how many of them are whose. */
export class AwaitedBodies {
  private readonly bySender = new Map<string, number>();
  private count = 0;
  private readonly mostOfOne: number;

  /** @param most that may be awaited at once */
  constructor(private readonly most: number) {
    this.mostOfOne = Math.ceil(most * PART_OF_ONE);
  }

  /** Whether one more of this sender is too many. */
  isFullFor(sender: string): boolean {
    return this.count >= this.most || this.of(sender) >= this.mostOfOne;
  }

  began(sender: string): void {
    this.count++;
    this.bySender.set(sender, this.of(sender) + 1);
  }

  ended(sender: string): void {
    this.count--;
    const others = this.of(sender) - 1;
    if (others > 0) this.bySender.set(sender, others);
    else this.bySender.delete(sender);
  }

  private of(sender: string): number {
    return this.bySender.get(sender) ?? 0;
  }
}
