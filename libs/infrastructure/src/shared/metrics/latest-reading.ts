/** What has been read in the last few seconds, shared by all who ask for it meanwhile. */
export class LatestReading<T> {
  private reading: Promise<T | null> | null = null;
  private expires = -Infinity;

  /**
   * @param milliseconds that a reading is good for
   * @param patience milliseconds to wait for one
   */
  constructor(
    private readonly read: () => Promise<T>,
    private readonly milliseconds: number,
    private readonly patience: number,
  ) {}

  /** Null when it cannot be read, or not in time. */
  async get(): Promise<T | null> {
    if (this.reading === null || performance.now() >= this.expires) {
      this.expires = Infinity;
      this.reading = this.read()
        .catch(() => null)
        .finally(() => (this.expires = performance.now() + this.milliseconds));
    }
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), this.patience)));
    return Promise.race([this.reading, tooLate]).finally(() => clearTimeout(timer));
  }
}
