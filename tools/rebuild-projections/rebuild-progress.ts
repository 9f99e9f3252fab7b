import { RebuildStart, RebuildStep } from '@fleet/application/shared/rebuild-projections';

const SECOND_MS = 1_000;

/** Says how far it has come, once a second at most. */
export class RebuildProgress {
  private readonly begun = performance.now();
  private said = this.begun;
  private last: RebuildStep | undefined;
  private readonly done = new Map<string, number>();
  private removed = 0;

  constructor(private readonly say: (line: string) => void) {}

  add(step: RebuildStep): void {
    if (this.last && this.last.stream !== step.stream) this.tell();
    this.last = step;
    this.removed += step.removed;
    if (step.done > 0) this.done.set(step.stream, step.done);
    if (performance.now() - this.said > SECOND_MS) this.tell();
  }

  end(): void {
    const counts = [...this.done].map(([stream, count]) => `${count} ${stream} streams`).join(' and ') || 'No streams';
    this.say(`${counts} rebuilt in ${this.seconds} s, ${this.removed} rows without a stream removed.`);
  }

  /** Where to go on, once it has begun; nothing when only rows without a stream are left. */
  get resume(): RebuildStart | undefined {
    return this.last && { stream: this.last.stream, after: this.last.last };
  }

  private tell(): void {
    this.said = performance.now();
    const { stream, last } = this.last!;
    this.say(`${stream}: ${this.done.get(stream) ?? 0} rebuilt after ${this.seconds} s, the last one ${last}`);
  }

  private get seconds(): string {
    return ((performance.now() - this.begun) / SECOND_MS).toFixed(1);
  }
}
