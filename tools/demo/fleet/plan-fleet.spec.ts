import { planFleet } from './plan-fleet';
import { FleetWork, PlannedDriver, PlannedTrip, PlannedVehicle, PlannedWork } from './planned';
import { WorkingCalendar } from './working-calendar';

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK = [16, 17, 18, 19, 20, 21, 22].map((day) => new Date(Date.UTC(2026, 10, day)));

/** Lives a plan by the product's rules, without its machinery. */
class RuledFleet implements FleetWork {
  now = new Date(0);
  readonly statuses = new Map<PlannedVehicle, 'Available' | 'InUse' | 'InMaintenance'>();
  readonly lastMaintenance = new Map<PlannedVehicle, Date>();
  readonly drivers = new Map<PlannedDriver, 'available' | 'on a trip' | 'inactive'>();
  readonly trips: string[] = [];

  async registerVehicle(vehicle: PlannedVehicle, lastMaintenanceDate = this.now): Promise<void> {
    this.statuses.set(vehicle, 'Available');
    this.lastMaintenance.set(vehicle, lastMaintenanceDate);
  }

  async registerDriver(driver: PlannedDriver): Promise<void> {
    this.drivers.set(driver, 'available');
  }

  async deactivateDriver(driver: PlannedDriver): Promise<void> {
    this.move(this.drivers, driver, 'available', 'inactive');
  }

  async startTrip(trip: PlannedTrip): Promise<void> {
    this.move(this.statuses, trip.vehicle, 'Available', 'InUse');
    this.move(this.drivers, trip.driver, 'available', 'on a trip');
    this.trips.push([trip.vehicle.plate, trip.driver.licenseNumber, trip.route, trip.ended?.distance].join());
  }

  async endTrip({ vehicle, driver }: PlannedTrip): Promise<void> {
    this.move(this.statuses, vehicle, 'InUse', 'Available');
    this.move(this.drivers, driver, 'on a trip', 'available');
  }

  async sendToWorkshop(vehicle: PlannedVehicle): Promise<void> {
    this.move(this.statuses, vehicle, 'Available', 'InMaintenance');
  }

  async recordMaintenance({ vehicle }: PlannedWork, { date }: { date: Date }): Promise<void> {
    if (this.statuses.get(vehicle) === 'InMaintenance') this.statuses.set(vehicle, 'Available');
    if (date > this.lastMaintenance.get(vehicle)!) this.lastMaintenance.set(vehicle, date);
  }

  /** Vehicles whose maintenance is due within three days of an instant. */
  due(instant: Date): number {
    const latest = instant.getTime() - (90 - 3) * DAY_MS;
    return [...this.lastMaintenance.values()].filter((date) => date.getTime() <= latest).length;
  }

  private move<Who extends object, State>(states: Map<Who, State>, who: Who, from: State, to: State): void {
    if (states.get(who) !== from)
      throw new Error(`${String(states.get(who))} → ${String(to)} at ${this.now.toISOString()}`);
    states.set(who, to);
  }
}

async function live(anchor: Date): Promise<RuledFleet> {
  const fleet = new RuledFleet();
  for (const { at, doneIn } of planFleet(new WorkingCalendar(anchor)).deeds) {
    if (at < fleet.now) throw new Error(`${at.toISOString()} comes after ${fleet.now.toISOString()}`);
    fleet.now = at;
    await doneIn(fleet);
  }
  return fleet;
}

function count<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

describe('planFleet', () => {
  // Days are counted in working days, so each weekday is a case of its own.
  it.each(WEEK)('breaks no rule and ends as promised when it is made on %s', async (anchor) => {
    const fleet = await live(anchor);
    expect(fleet.now.getTime()).toBeLessThan(anchor.getTime());
    expect(Object.fromEntries(count(fleet.statuses.values()))).toEqual({ Available: 274, InUse: 20, InMaintenance: 6 });
    expect(Object.fromEntries(count(fleet.drivers.values()))).toEqual({
      available: 172,
      'on a trip': 20,
      inactive: 8,
    });
    expect(fleet.due(anchor)).toBe(10);
    // … and it stays so until the day is over.
    expect(fleet.due(new Date(anchor.getTime() + DAY_MS - 1))).toBe(10);
  });

  it('plans the same trips, whatever the day', async () => {
    const [one, other] = await Promise.all([live(WEEK[1]!), live(WEEK[5]!)]);
    expect(one.trips.length).toBeGreaterThan(6_000);
    expect(one.trips.sort()).toEqual(other.trips.sort());
  });
});
