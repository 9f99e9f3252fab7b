import { PlannedDriver, PlannedVehicle, PlannedWork } from '@fleet/tools/demo/fleet/planned';
import { Random } from '@fleet/tools/demo/fleet/random';
import { PlannedCrew } from './planned-delivery';

interface Span {
  readonly from: Date;
  readonly to: Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Vehicles and drivers that do nothing but deliver, and who of them is busy when. */
export class Couriers {
  private readonly busy = new Map<object, Span[]>();

  constructor(
    private readonly random: Random,
    private readonly vehicles: readonly PlannedVehicle[],
    private readonly drivers: readonly PlannedDriver[],
    works: readonly PlannedWork[],
  ) {
    for (const { vehicle, sent, record } of works) {
      // From the day before on: whoever is in the workshop is not assigned either.
      if (sent) this.hold(vehicle, { from: new Date(sent.getTime() - DAY_MS / 2), to: record?.at ?? sent });
    }
  }

  /** So many crews as are free all the time, at most `count`. */
  take(count: number, from: Date, to: Date): Required<PlannedCrew>[] {
    const isFree = (one: object) => !this.busy.get(one)?.some((span) => span.from < to && from < span.to);
    const vehicles = this.random.pickSome(this.vehicles, count, isFree);
    const drivers = this.random.pickSome(this.drivers, count, isFree);
    return vehicles.slice(0, drivers.length).map((vehicle, index) => {
      const driver = drivers[index]!;
      for (const one of [vehicle, driver]) this.hold(one, { from, to });
      return { vehicle, driver };
    });
  }

  private hold(one: object, span: Span): void {
    this.busy.set(one, [...(this.busy.get(one) ?? []), span]);
  }
}
