import { Clock } from '@fleet/domain/shared/clock';

/** Stands still until it is told what time it is. */
export class SimulatedClock extends Clock {
  private instant = new Date(0);

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: Date): void {
    this.instant = instant;
  }
}
