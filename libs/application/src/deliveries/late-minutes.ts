/** How late deliveries were: how many there are of each number of minutes. */
export class LateMinutes {
  private readonly counts = new Map<number, number>();
  private all = 0;
  private known = 0;
  private inTime = 0;

  /** @param late minutes after what was promised, before it negative; null where nothing was promised */
  add(late: number | null, count: number): void {
    this.all += count;
    if (late === null) return;
    this.known += count;
    if (late <= 0) this.inTime += count;
    this.counts.set(late, (this.counts.get(late) ?? 0) + count);
  }

  get deliveries(): number {
    return this.all;
  }

  get promised(): number {
    return this.known;
  }

  get onTime(): number {
    return this.inTime;
  }

  /**
   * The nearest rank: the smallest number of minutes that at least this share of the promised deliveries was late at most.
   * Null where nothing was promised.
   */
  percentile(share: number): number | null {
    const rank = Math.ceil(this.known * share);
    let below = 0;
    for (const [late, count] of [...this.counts].sort(([one], [other]) => one - other)) {
      below += count;
      if (below >= rank) return late;
    }
    return null;
  }
}
