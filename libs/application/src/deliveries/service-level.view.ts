import { Page } from '@fleet/application/shared/page';
import { LateMinutes } from './late-minutes';
import { ServiceLevelGroup } from './service-level.queries';

/** How well what was promised was kept. */
export interface PunctualityView {
  readonly deliveries: number;
  /** Those of them for which something was promised. */
  readonly promised: number;
  readonly onTime: number;
  /** From 0 to 1, of those promised; null where nothing was. */
  readonly onTimeShare: number | null;
  /** Minutes after what was promised, before it negative; null where nothing was. */
  readonly medianLateMinutes: number | null;
  readonly p95LateMinutes: number | null;
}

export interface ServiceLevelGroupView extends PunctualityView {
  /** The route's or driver's id, or what stands for the customer; null for those whose customer was erased. */
  readonly key: string | null;
  readonly name: string | null;
}

/** Instants are ISO 8601 in UTC. */
export interface ServiceLevelView {
  readonly by: ServiceLevelGroup | null;
  readonly from: string;
  readonly to: string;
  readonly total: PunctualityView;
  /** Null where nothing was to be put together. */
  readonly groups: Page<ServiceLevelGroupView> | null;
}

export function punctuality(late: LateMinutes): PunctualityView {
  const { deliveries, promised, onTime } = late;
  return {
    deliveries,
    promised,
    onTime,
    onTimeShare: promised === 0 ? null : onTime / promised,
    medianLateMinutes: late.percentile(0.5),
    p95LateMinutes: late.percentile(0.95),
  };
}
