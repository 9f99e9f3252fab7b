/** What deliveries can be put together by. */
export const SERVICE_LEVEL_GROUPS = ['route', 'driver', 'customer'] as const;

export type ServiceLevelGroup = (typeof SERVICE_LEVEL_GROUPS)[number];

/** How many deliveries of one group were late by so many minutes. */
export interface LateCount {
  /** The route's or driver's id, or what stands for the customer; empty for those whose customer was erased. */
  readonly key: string;
  /** Null where nothing was promised. */
  readonly lateMinutes: number | null;
  readonly count: number;
  /** One of the deliveries. */
  readonly sampleId: string;
}

/** Reads how late deliveries were. */
export abstract class ServiceLevelQueries {
  /**
   * Counts of those that were delivered from `from` on and before `to`, in small portions, so that others get their turn;
   * a group comes as often as it likes. Without `by` all are one group.
   */
  abstract count(from: Date, to: Date, by: ServiceLevelGroup | undefined): AsyncIterable<LateCount>;

  /**
   * What people call groups; null where it was erased.
   * @param samples by the key of each group, one of its deliveries
   */
  abstract names(
    by: ServiceLevelGroup,
    samples: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, string | null>>;
}
