/** The same numbers for the same seed, on every machine (mulberry32, seeded by an FNV-1a hash). */
export class Random {
  private state = 0x811c9dc5;

  constructor(seed: string) {
    for (const character of seed) this.state = Math.imul(this.state ^ character.codePointAt(0)!, 0x01000193);
  }

  /** From 0 to below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number; `min` and `max` are possible themselves. */
  between(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /** True in `share` of the cases. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const left = [...items];
    return items.map(() => left.splice(this.between(0, left.length - 1), 1)[0]!);
  }

  /** Up to `count` different items that are `fit`; one that stands in the list twice is twice as likely. */
  pickSome<T>(items: readonly T[], count: number, fit: (item: T) => boolean = () => true): T[] {
    const left = items.filter(fit);
    const picked = new Set<T>();
    while (picked.size < count && left.length > 0) picked.add(left.splice(this.between(0, left.length - 1), 1)[0]!);
    return [...picked];
  }
}
