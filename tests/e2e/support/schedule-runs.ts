import { RegisterVehicle } from '@fleet/application/vehicles/register-vehicle';
import { MadeOccurrences } from '@fleet/application/schedules/made-occurrences';
import { LeftOut, MakeOccurrence } from '@fleet/application/schedules/make-occurrence';
import { MakeOccurrences } from '@fleet/application/schedules/make-occurrences';
import { OccurrenceMaker, PlannedDelivery, PlannedRoute } from '@fleet/application/schedules/occurrence-maker';
import { Recurrence } from '@fleet/application/schedules/recurrence';
import { ScheduleNotices } from '@fleet/application/schedules/schedule-notices';
import { DueSchedule, ScheduleQueries } from '@fleet/application/schedules/schedule.queries';
import { Settings } from '@fleet/application/shared/settings';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { ScheduleRepository } from '@fleet/domain/schedules/schedule.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { TestApi } from './test-api';

/** Writes a vehicle for each route: what an undone transaction must undo, wherever it comes from. */
class VehicleMaker extends OccurrenceMaker {
  count = 0;
  /** What happens before a route is made. */
  before: (route: PlannedRoute) => void | Promise<void> = () => undefined;
  /** What happens instead of a delivery; a refusal is an error. */
  refuse: (delivery: PlannedDelivery) => void = () => undefined;
  readonly deliveries: PlannedDelivery[] = [];

  constructor(
    private readonly registerVehicle: RegisterVehicle,
    private readonly prefix: string,
  ) {
    super();
  }

  async makeRoute(route: PlannedRoute): Promise<string> {
    await this.before(route);
    const plate = `${this.prefix}-${++this.count}`;
    const { id } = await this.registerVehicle.execute({ plate, model: route.name, year: 2022 });
    return id;
  }

  async makeDelivery(delivery: PlannedDelivery): Promise<string> {
    this.refuse(delivery);
    return `delivery-${this.deliveries.push(delivery)}`;
  }
}

/** A worker's runs on the database of an API, with a clock that the test sets. */
export class ScheduleRuns {
  readonly maker: VehicleMaker;
  readonly notes: string[] = [];
  /** What happens after a schedule was read and before anything is made of it. */
  afterReading: () => Promise<unknown> = async () => undefined;
  private readonly makeOccurrences: MakeOccurrences;

  /** @param prefix of the plates of the vehicles that stand for routes */
  constructor(api: TestApi, prefix: string, now: () => Date, scheduleAheadDays = 7) {
    const find = <T>(port: abstract new (...parts: never[]) => T): T => api.app.get<T>(port, { strict: false });
    const clock: Clock = { now };
    const notices: ScheduleNotices = {
      leftOut: (id: string, occursAt: Date, _: string, { fields, code }: LeftOut) =>
        void this.notes.push(`${id} ${occursAt.toISOString()} without ${fields.join()}: ${code}`),
      failed: (id, error) => void this.notes.push(`${id} failed: ${(error as Error).message}`),
    };
    this.maker = new VehicleMaker(find(RegisterVehicle), prefix);
    const [unitOfWork, occurrences, recurrence] = [find(UnitOfWork), find(MadeOccurrences), find(Recurrence)];
    const make = new MakeOccurrence(unitOfWork, find(ScheduleRepository), occurrences, this.maker, recurrence);
    const settings: Settings = { ...settingsOf(find(Settings)), scheduleAheadDays };
    const ports = [make, occurrences, recurrence, notices, settings, clock] as const;
    const queries = find(ScheduleQueries);
    const watched = { streamDue: (until: Date) => this.read(queries.streamDue(until)) } as unknown as ScheduleQueries;
    this.makeOccurrences = new MakeOccurrences(unitOfWork, watched, ...ports);
  }

  run() {
    return this.makeOccurrences.execute();
  }

  private async *read(schedules: AsyncIterable<DueSchedule>): AsyncGenerator<DueSchedule> {
    for await (const due of schedules) {
      await this.afterReading();
      yield due;
    }
  }
}

function settingsOf({
  maintenanceDaysThreshold,
  maintenanceIntervalDays,
  assignmentBufferMinutes,
  timeZone,
}: Settings) {
  return { maintenanceDaysThreshold, maintenanceIntervalDays, assignmentBufferMinutes, timeZone };
}
