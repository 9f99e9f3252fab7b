import { LateCount } from './service-level.queries';
import { LateMinutes } from './late-minutes';

/** One group of deliveries as it grows. */
export interface Group {
  readonly lateMinutes: LateMinutes;
  /** One of its deliveries. */
  sampleId: string;
}

/**
 * The groups of one page, by their keys: the first `size` ones after a key. Of all others nothing is kept, however many
 * there are: one that is too far back once is so for ever, because what comes later only moves the end of the page forward.
 */
export class FirstGroups {
  private readonly groups = new Map<string, Group>();
  private last: string | undefined;

  constructor(
    private readonly size: number,
    private readonly after: string | undefined,
  ) {}

  add({ key, lateMinutes, count, sampleId }: LateCount): void {
    if (this.after !== undefined && key <= this.after) return;
    const group = this.groups.get(key) ?? this.make(key, sampleId);
    if (!group) return;
    group.lateMinutes.add(lateMinutes, count);
    if (sampleId > group.sampleId) group.sampleId = sampleId;
  }

  /** In the order of their keys. */
  get sorted(): [string, Group][] {
    return [...this.groups].sort(([one], [other]) => (one < other ? -1 : 1));
  }

  private make(key: string, sampleId: string): Group | undefined {
    if (this.groups.size === this.size) {
      if (key > this.last!) return undefined;
      this.groups.delete(this.last!);
    }
    const group = { lateMinutes: new LateMinutes(), sampleId };
    this.groups.set(key, group);
    if (this.groups.size === this.size) this.last = this.sorted.at(-1)![0];
    return group;
  }
}
