import { FieldFault } from '@fleet/domain/shared/invalid-fields.error';
import { Timing } from '@fleet/domain/schedules/schedule';

/**
 * The calendar: when something recurs. Local times stay what they are when clocks are changed: one that is left out
 * moves forward by what the clocks do, one that comes twice is taken the first time.
 */
export abstract class Recurrence {
  /** What is wrong with a timing that only a calendar knows: no such zone, or a rule that never comes. */
  abstract faultsOf(timing: Timing): FieldFault[];

  /** The occurrences with `from` ≤ x < `to`, in their order, each once. The timing must be without fault. */
  abstract between(timing: Timing, from: Date, to: Date): Date[];

  /** How the clocks of a zone show an instant: `2026-01-05T08:00`. */
  abstract localTime(instant: Date, timeZone: string): string;
}
