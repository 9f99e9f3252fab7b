import { Schedule } from '@fleet/domain/schedules/schedule';
import { DomainError } from '@fleet/domain/shared/domain-error';
import { ScheduleRepository } from '@fleet/domain/schedules/schedule.repository';
import { NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { deliveryTemplate, ScheduleBuilder } from '@fleet/tests/builders/schedule.builder';
import { MadeOccurrences } from './made-occurrences';
import { MakeOccurrence } from './make-occurrence';
import { OccurrenceMaker, PlannedDelivery, PlannedRoute } from './occurrence-maker';
import { Recurrence } from './recurrence';
import { ScheduleView, scheduleView } from './schedule.view';

const START = new Date('2026-02-02T08:00:00.000Z');
const [VEHICLE, DRIVER] = ['0198b8a0-0000-7000-8000-a00000000001', '0198b8a0-0000-7000-8000-d00000000001'];

class Refusal extends DomainError {
  constructor(
    readonly code: string,
    override readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super('It cannot be.');
  }
}

/** Says no as long as a delivery has what it was told to refuse. */
class Maker extends OccurrenceMaker {
  readonly routes: PlannedRoute[] = [];
  readonly asked: PlannedDelivery[] = [];
  readonly made: PlannedDelivery[] = [];
  refusals: { has: keyof PlannedDelivery; error: Error }[] = [];

  async makeRoute(route: PlannedRoute): Promise<string> {
    this.routes.push(route);
    return 'route-1';
  }

  async makeDelivery(delivery: PlannedDelivery): Promise<string> {
    this.asked.push(delivery);
    const refusal = this.refusals.find(({ has }) => delivery[has] !== null);
    if (refusal) throw refusal.error;
    return `delivery-${this.made.push(delivery)}`;
  }
}

class Occurrences extends MadeOccurrences {
  claimed = true;
  readonly kept: unknown[] = [];

  async claim(): Promise<boolean> {
    return this.claimed;
  }

  async keep(...occurrence: unknown[]): Promise<void> {
    this.kept.push(occurrence);
  }

  async moveOn(): Promise<void> {}
}

class Clocks extends Recurrence {
  faultsOf = () => [];
  between = () => [];
  localTime = () => '2026-02-02T05:00';
}

function scene(schedule: Schedule = new ScheduleBuilder().build(), stored = [schedule]) {
  const [maker, occurrences] = [new Maker(), new Occurrences()];
  const schedules: ScheduleRepository = new NotedRepository('schedule', [], stored);
  const makeOccurrence = new MakeOccurrence(new SingleTry(), schedules, occurrences, maker, new Clocks());
  const due: ScheduleView = scheduleView(schedule);
  return { maker, occurrences, due, make: () => makeOccurrence.execute(due, START) };
}

const of = (...deliveries: Parameters<typeof deliveryTemplate>[0][]) =>
  new ScheduleBuilder().delivering(...deliveries.map((one) => deliveryTemplate(one)));

it('makes the route with its checkpoints at their times, and keeps which it is', async () => {
  const { template } = new ScheduleBuilder().snapshot();
  const checkpoint = {
    location: 'A',
    latitude: -22.9,
    longitude: -47,
    afterMinutes: 90,
    earliestMinutes: 60,
    latestMinutes: 120,
  };
  const route = {
    ...template.route,
    checkpoints: [checkpoint, { ...template.route.checkpoints[0]!, afterMinutes: 1440 }],
  };
  const { maker, occurrences, due, make } = scene(
    new ScheduleBuilder().with({ template: { ...template, route } }).build(),
  );
  expect(await make()).toEqual({ routeId: 'route-1', leftOut: [] });
  expect(maker.routes).toEqual([
    {
      ...{ name: 'Morning bread', origin: 'Depot', destination: 'Centro', scheduledStart: START },
      checkpoints: [
        {
          ...{ location: 'A', latitude: -22.9, longitude: -47 },
          expectedAt: new Date('2026-02-02T09:30:00.000Z'),
          earliest: new Date('2026-02-02T09:00:00.000Z'),
          latest: new Date('2026-02-02T10:00:00.000Z'),
        },
        {
          ...{ location: 'Padaria Central', latitude: null, longitude: null, earliest: null, latest: null },
          expectedAt: new Date('2026-02-03T08:00:00.000Z'),
        },
      ],
    },
  ]);
  expect(occurrences.kept).toEqual([[due.id, START, 'route-1']]);
});

it('makes the deliveries in their order, each with the day in its reference and the ids of those before it', async () => {
  const full = { reference: 'B-2', promisedAfterMinutes: 45, vehicleId: VEHICLE, driverId: DRIVER, after: [0] };
  const { maker, make } = scene(of({}, full).build());
  await make();
  expect(maker.made).toMatchObject([
    { routeId: 'route-1', reference: null, promisedBy: null, vehicleId: null, driverId: null, after: [] },
    {
      ...{
        routeId: 'route-1',
        reference: 'B-2-2026-02-02',
        vehicleId: VEHICLE,
        driverId: DRIVER,
        after: ['delivery-1'],
      },
      promisedBy: new Date('2026-02-02T08:45:00.000Z'),
    },
  ]);
});

it('adds the time to a reference where the rule has hours', async () => {
  const { maker, make } = scene(of({ reference: 'B' }).with({ rule: 'FREQ=DAILY;BYHOUR=5,9' }).build());
  await make();
  expect(maker.made[0]!.reference).toBe('B-2026-02-02-0500');
});

it('makes nothing that somebody else has', async () => {
  const { maker, occurrences, make } = scene();
  occurrences.claimed = false;
  expect(await make()).toBeNull();
  expect(maker.routes).toEqual([]);
});

it('makes nothing of a schedule that is gone', async () => {
  const { maker, make } = scene(new ScheduleBuilder().build(), []);
  await expect(make()).rejects.toThrow('There is no schedule');
  expect(maker.routes).toEqual([]);
});

describe('a delivery that is refused as planned', () => {
  const PLANNED = { reference: 'B', vehicleId: VEHICLE, driverId: DRIVER };
  const conflict = (...resources: string[]) =>
    new Refusal('ASSIGNMENT_CONFLICT', { conflicts: resources.map((resource) => ({ resource })) });

  it.each([
    ['vehicleId', new Refusal('VEHICLE_IN_MAINTENANCE'), ['vehicleId']],
    ['vehicleId', new Refusal('VEHICLE_NOT_FOUND'), ['vehicleId']],
    ['driverId', new Refusal('DRIVER_INACTIVE'), ['driverId']],
    ['driverId', new Refusal('DRIVER_NOT_FOUND'), ['driverId']],
    ['reference', new Refusal('REFERENCE_TAKEN'), ['reference']],
    ['vehicleId', conflict('Vehicle'), ['vehicleId']],
    ['driverId', conflict('Driver'), ['driverId']],
    ['driverId', conflict('Vehicle', 'Driver'), ['vehicleId', 'driverId']],
  ] as const)('for its %s (%s) is made without, and that is told', async (has, error, fields) => {
    const { maker, make } = scene(of({}, PLANNED).build());
    maker.refusals = [{ has, error }];
    expect(await make()).toMatchObject({ leftOut: [{ delivery: 1, fields, code: error.code }] });
    const wanted = {
      ...PLANNED,
      reference: 'B-2026-02-02',
      ...Object.fromEntries(fields.map((field) => [field, null])),
    };
    expect(maker.made[1]).toMatchObject(wanted);
  });

  it('twice is made without both, and each is told', async () => {
    const { maker, make } = scene(of(PLANNED).build());
    maker.refusals = [
      { has: 'vehicleId', error: new Refusal('VEHICLE_IN_MAINTENANCE') },
      { has: 'driverId', error: new Refusal('DRIVER_INACTIVE') },
    ];
    const made = await make();
    expect(made!.leftOut.map(({ fields }) => fields)).toEqual([['vehicleId'], ['driverId']]);
    expect(maker.asked).toHaveLength(3);
  });

  it('for what nothing can be left out of is a failure', async () => {
    const { maker, occurrences, make } = scene(of(PLANNED).build());
    maker.refusals = [{ has: 'customerName', error: new Refusal('VALIDATION_FAILED') }];
    await expect(make()).rejects.toThrow(Refusal);
    maker.refusals = [{ has: 'customerName', error: new Refusal('VEHICLE_IN_MAINTENANCE') }];
    await expect(make()).rejects.toThrow(Refusal);
    maker.refusals = [{ has: 'customerName', error: new Error('away') }];
    await expect(make()).rejects.toThrow('away');
    expect(occurrences.kept).toEqual([]);
  });
});
