import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { ApiKeyRepository } from '@fleet/domain/identity/api-key.repository';
import { UserRepository } from '@fleet/domain/identity/user.repository';
import { MaintenanceRecordRepository } from '@fleet/domain/maintenance/maintenance-record.repository';
import { AggregateRepository } from '@fleet/domain/shared/aggregate-repository';
import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { RouteRepository } from '@fleet/domain/routes/route.repository';
import { ScheduleRepository } from '@fleet/domain/schedules/schedule.repository';
import { TripRepository } from '@fleet/domain/trips/trip.repository';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { ApiKeyBuilder } from '@fleet/tests/builders/api-key.builder';
import { DeliveryBuilder } from '@fleet/tests/builders/delivery.builder';
import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { MaintenanceRecordBuilder } from '@fleet/tests/builders/maintenance-record.builder';
import { hoursIn, RouteBuilder, stopAt } from '@fleet/tests/builders/route.builder';
import { deliveryTemplate, ScheduleBuilder } from '@fleet/tests/builders/schedule.builder';
import { TripBuilder } from '@fleet/tests/builders/trip.builder';
import { UserBuilder } from '@fleet/tests/builders/user.builder';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { startTestApi, TestApi } from './support/test-api';

const TO_THE_MILLISECOND = [
  new Date('2026-01-31T23:59:59.999Z'),
  new Date('2026-01-31T12:00:00.001Z'),
  new Date('2024-02-29T00:00:00.007Z'),
  new Date('1900-01-01T00:00:00.000Z'),
  new Date('9999-12-31T23:59:59.999Z'),
];
const TEXTS = ['José da Silva', "O'Brien; --", '100% [a]_b', 'Łódź 日本 🚚', 'a\tb\nc', 'x'.repeat(99) + 'é'];

type Stored = AggregateRoot & { snapshot(): object };

let api: TestApi;
let unitOfWork: UnitOfWork;
const vehicle = new VehicleBuilder().build();
const driver = new DriverBuilder().build();
const user = new UserBuilder().build();
beforeAll(async () => {
  api = await startTestApi();
  unitOfWork = api.app.get(UnitOfWork, { strict: false });
  await unitOfWork.run(async () => {
    await repository(VehicleRepository).add(vehicle);
    await repository(DriverRepository).add(driver);
    await repository(UserRepository).add(user);
  });
});
afterAll(() => api.stop());

function repository<T>(port: abstract new () => T): T {
  return api.app.get<T>(port, { strict: false });
}

/** What comes back of an aggregate that was written to the real database. */
async function roundTrip<A extends Stored>(
  port: abstract new () => AggregateRepository<A>,
  aggregate: A,
): Promise<object> {
  const repo = repository(port);
  await unitOfWork.run(() => repo.add(aggregate));
  const found = await unitOfWork.run(() => repo.find(aggregate.id));
  return found!.snapshot();
}

describe('what is stored comes back as it was:', () => {
  it.each(TO_THE_MILLISECOND)('a vehicle maintained at %p', async (moment) => {
    const aggregate = new VehicleBuilder().lastMaintainedAt(moment, 0).withMileage(2_147_483_647).build();
    expect(await roundTrip(VehicleRepository, aggregate)).toEqual(aggregate.snapshot());
  });

  it.each(TEXTS)('a vehicle whose model is %j', async (model) => {
    const aggregate = new VehicleBuilder().withModel(model).inMaintenance().withVersion(7).build();
    expect(await roundTrip(VehicleRepository, aggregate)).toEqual(aggregate.snapshot());
  });

  it.each(TEXTS)('a driver whose name is %j', async (name) => {
    const aggregate = new DriverBuilder().withName(name).inactive().withVersion(3).build();
    expect(await roundTrip(DriverRepository, aggregate)).toEqual(aggregate.snapshot());
  });

  it('a driver on a trip, whose licence number is as it was typed', async () => {
    const aggregate = new DriverBuilder()
      .withLicenseNumber('aB-ß İ 12')
      .withPhone('+55 (11) 98765-4321')
      .onTrip()
      .build();
    expect(await roundTrip(DriverRepository, aggregate)).toEqual(aggregate.snapshot());
  });

  it.each(['0.00', '0.01', '0.10', '0.29', '1.10', '1234567.89', '99999999.99'])(
    'a maintenance record that cost %s',
    async (cost) => {
      const aggregate = new MaintenanceRecordBuilder().ofVehicle(vehicle.id).costing(cost).build();
      expect(await roundTrip(MaintenanceRecordRepository, aggregate)).toEqual(aggregate.snapshot());
    },
  );

  it('a maintenance record with 500 characters, some of them in two parts', async () => {
    const description = `${'🔧'.repeat(249)}ok`;
    const builder = new MaintenanceRecordBuilder().ofVehicle(vehicle.id).withDescription(description);
    const aggregate = builder.doneAt(TO_THE_MILLISECOND[0]!).build();
    expect(await roundTrip(MaintenanceRecordRepository, aggregate)).toEqual(aggregate.snapshot());
  });

  it('a trip that runs and one that has ended', async () => {
    const trip = () => new TripBuilder().ofVehicle(vehicle.id).ofDriver(driver.id).along('Łódź → 日本 🚚');
    for (const aggregate of [trip().build(), trip().ended(100_000, TO_THE_MILLISECOND[0]).build()]) {
      expect(await roundTrip(TripRepository, aggregate)).toEqual(aggregate.snapshot());
    }
  });

  it.each(TEXTS)('a route whose name is %j', async (name) => {
    const window = { earliest: hoursIn(0.5), latest: hoursIn(1), latitude: -22.905612, longitude: 180 };
    const stops = [stopAt(1, window), stopAt(2, { location: '日'.repeat(255) })];
    const aggregate = new RouteBuilder()
      .with({ name, origin: 'Łódź' })
      .passing(...stops)
      .active()
      .plan();
    expect(await roundTrip(RouteRepository, aggregate)).toEqual(aggregate.snapshot());
  });

  it.each(TO_THE_MILLISECOND)('a route that starts at %p', async (scheduledStart) => {
    const aggregate = new RouteBuilder().with({ scheduledStart }).passing().cancelled().plan();
    expect(await roundTrip(RouteRepository, aggregate)).toEqual(aggregate.snapshot());
    const { body } = await api.client.get(`/api/routes/${aggregate.id}`);
    expect(body).toEqual(JSON.parse(JSON.stringify(aggregate.snapshot())));
  });

  it.each(TEXTS)('a user whose name is %j', async (name) => {
    const aggregate = new UserBuilder().withName(name).driver(driver.id).inactive().withVersion(7).build();
    expect(await roundTrip(UserRepository, aggregate)).toEqual(aggregate.snapshot());
  });

  it('a user whose name and address are as long as they may be, and one who was erased', async () => {
    const longest = new UserBuilder().withName('日'.repeat(100)).withEmail(`${'B'.repeat(242)}@example.com`);
    for (const aggregate of [longest.admin().build(), new UserBuilder().erased().build()]) {
      expect(await roundTrip(UserRepository, aggregate)).toEqual(aggregate.snapshot());
    }
  });

  it.each(TO_THE_MILLISECOND)('an API key that expires at %p', async (moment) => {
    const aggregate = new ApiKeyBuilder().createdBy(user.id).expiringAt(moment).revokedAt(moment).build();
    expect(await roundTrip(ApiKeyRepository, aggregate)).toEqual(aggregate.snapshot());
    const endless = new ApiKeyBuilder().createdBy(user.id).withScopes('audit:read').build();
    expect(await roundTrip(ApiKeyRepository, endless)).toEqual(endless.snapshot());
  });

  it.each(TEXTS)('a schedule whose name and customer are %j', async (text) => {
    const builder = new ScheduleBuilder().delivering(deliveryTemplate({ customerName: text, requirements: ['photo'] }));
    const aggregate = builder.paused().with({ name: text, createdUntil: TO_THE_MILLISECOND[0]!, version: 7 }).build();
    expect(await roundTrip(ScheduleRepository, aggregate)).toEqual(aggregate.snapshot());
  });

  it('a schedule of 50 deliveries and 100 checkpoints, with texts as long as they may be', async () => {
    const longest = deliveryTemplate({ customerName: '日'.repeat(100), customerAddress: '日'.repeat(255) });
    const { template } = new ScheduleBuilder().delivering(...Array.from({ length: 50 }, () => longest)).snapshot();
    const place = { ...template.route.checkpoints[0]!, location: '日'.repeat(255) };
    const route = { ...template.route, checkpoints: Array.from({ length: 100 }, () => place) };
    const aggregate = new ScheduleBuilder().with({ template: { ...template, route } }).build();
    expect(await roundTrip(ScheduleRepository, aggregate)).toEqual(aggregate.snapshot());
  });

  it.each(TEXTS)('a delivery, in every state, to %j', async (customerName) => {
    const route = new RouteBuilder().active().plan();
    await unitOfWork.run(() => repository(RouteRepository).add(route));
    const nobody = new DeliveryBuilder()
      .onRoute(route.id)
      .with({ customerName, after: [user.id] })
      .unassigned();
    expect(await roundTrip(DeliveryRepository, nobody.create())).toEqual(nobody.snapshot());
    for (const status of ['Delivered', 'Failed', 'Cancelled'] as const) {
      const crew = { vehicleId: vehicle.id, driverId: driver.id };
      const builder = new DeliveryBuilder().onRoute(route.id).assignedTo(crew).with({ customerName, promisedBy: TO_THE_MILLISECOND[0] }); // prettier-ignore
      const aggregate = builder.in(status).create();
      expect(await roundTrip(DeliveryRepository, aggregate)).toEqual(aggregate.snapshot());
    }
  });

  it('what readers see of it, to the millisecond and with ids in lower case', async () => {
    const aggregate = new VehicleBuilder().lastMaintainedAt(TO_THE_MILLISECOND[1]!).build();
    await roundTrip(VehicleRepository, aggregate);
    const { body } = await api.client.get(`/api/vehicles/${aggregate.id}`);
    expect(body).toEqual(JSON.parse(JSON.stringify(aggregate.snapshot())));
  });
});
