import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EXAMPLE_API_KEYS, EXAMPLE_PASSWORDS, EXAMPLE_USERS } from '@fleet/api/http/openapi/example-accounts';
import { EXAMPLE_ROUTES } from '@fleet/api/http/openapi/example-routes';
import { EXAMPLE_SCHEDULES } from '@fleet/api/http/openapi/example-schedules';
import {
  EXAMPLE_DRIVERS,
  EXAMPLE_MAINTENANCE_RECORD,
  EXAMPLE_TRIPS,
  EXAMPLE_VEHICLES,
} from '@fleet/api/http/openapi/examples';
import { PasswordHasher } from '@fleet/application/identity/password-hasher';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { DomainEvent } from '@fleet/domain/shared/domain-event';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { ApiKey } from '@fleet/domain/identity/api-key';
import { ApiKeyRepository } from '@fleet/domain/identity/api-key.repository';
import { User } from '@fleet/domain/identity/user';
import { UserRepository } from '@fleet/domain/identity/user.repository';
import { MaintenanceRecordRepository } from '@fleet/domain/maintenance/maintenance-record.repository';
import { Route } from '@fleet/domain/routes/route';
import { RouteRepository } from '@fleet/domain/routes/route.repository';
import { Schedule } from '@fleet/domain/schedules/schedule';
import { ScheduleRepository } from '@fleet/domain/schedules/schedule.repository';
import { Trip } from '@fleet/domain/trips/trip';
import { TripRepository } from '@fleet/domain/trips/trip.repository';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { MaintenanceRecordBuilder } from '@fleet/tests/builders/maintenance-record.builder';
import { Deliveries } from './deliveries';
import { addExampleDeliveries } from './example-deliveries';
import { restoredDriver, restoredVehicle, stamps } from './example-rows';

/** Stores the rows that the documentation's examples speak of. */
export async function addExampleFleet(app: NestFastifyApplication): Promise<void> {
  const find = <T>(port: abstract new (...parts: never[]) => T): T => app.get<T>(port, { strict: false });
  const passwordHash = await find(PasswordHasher).hash(EXAMPLE_PASSWORDS.admin);
  await find(UnitOfWork).run(async () => {
    // What was restored has no events of its own.
    const happened = (stream: string, rows: object) =>
      find(EventLog).append(Object.values(rows).flatMap((row: Versioned) => eventsOf(stream, row)));
    for (const vehicle of Object.values(EXAMPLE_VEHICLES)) await find(VehicleRepository).add(restoredVehicle(vehicle));
    await happened('Vehicle', EXAMPLE_VEHICLES);
    await happened('Driver', EXAMPLE_DRIVERS);
    await happened('Trip', EXAMPLE_TRIPS);
    await happened('Schedule', EXAMPLE_SCHEDULES);
    for (const driver of Object.values(EXAMPLE_DRIVERS)) {
      await find(DriverRepository).add(restoredDriver(driver));
    }
    for (const trip of Object.values(EXAMPLE_TRIPS)) await find(TripRepository).add(restoredTrip(trip));
    for (const route of Object.values(EXAMPLE_ROUTES)) await find(RouteRepository).add(drivenRoute(route));
    await new Deliveries(app).add(EXAMPLE_ROUTES.active.id, { driverId: EXAMPLE_DRIVERS.available.id });
    await addExampleDeliveries(app);
    for (const schedule of Object.values(EXAMPLE_SCHEDULES)) {
      const createdUntil = new Date(schedule.createdUntil);
      await find(ScheduleRepository).add(Schedule.restore({ ...schedule, createdUntil, ...stamps(schedule) }));
    }
    const { id, vehicleId } = EXAMPLE_MAINTENANCE_RECORD;
    const record = new MaintenanceRecordBuilder().withId(id).ofVehicle(vehicleId).build();
    await find(MaintenanceRecordRepository).add(record);
    for (const user of Object.values(EXAMPLE_USERS)) {
      await find(UserRepository).add(User.restore({ ...user, passwordHash, ...stamps(user) }));
    }
    for (const key of Object.values(EXAMPLE_API_KEYS)) await find(ApiKeyRepository).add(restoredKey(key));
  });
}

type ExampleKey = (typeof EXAMPLE_API_KEYS)[keyof typeof EXAMPLE_API_KEYS];

/** Nobody has the key. */
function restoredKey({ lastUsedAt: _, ...key }: ExampleKey): ApiKey {
  return ApiKey.restore({ ...key, scopes: [...key.scopes], keyHash: key.id, ...stamps(key) });
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Something that can happen to each, without a word of how it was before. */
const HAPPENED: Readonly<Record<string, Pick<DomainEvent, 'type' | 'payload'>>> = {
  Vehicle: { type: 'VehicleDetailsChanged', payload: {} },
  Driver: { type: 'DriverDetailsChanged', payload: {} },
  Trip: { type: 'TripEnded', payload: { endDate: EXAMPLE_TRIPS.ended.endDate, distance: 0 } },
  Schedule: { type: 'ScheduleChanged', payload: {} },
};

/** As many events as the row's version says. */
function eventsOf(stream: string, { id, version }: Versioned): DomainEvent[] {
  return Array.from({ length: version }, (_, index) => ({
    stream,
    streamId: id,
    version: index + 1,
    occurredAt: new Date(EXAMPLE_VEHICLES.available.createdAt),
    previous: null,
    ...HAPPENED[stream]!,
  }));
}

type ExampleTrip = (typeof EXAMPLE_TRIPS)[keyof typeof EXAMPLE_TRIPS];

function restoredTrip(trip: ExampleTrip): Trip {
  const startDate = new Date(trip.startDate);
  const endDate = trip.endDate === null ? null : new Date(trip.endDate);
  return Trip.restore({
    ...trip,
    deliveryId: null,
    startDate,
    endDate,
    createdAt: startDate,
    updatedAt: endDate ?? startDate,
  });
}

type ExampleRoute = (typeof EXAMPLE_ROUTES)[keyof typeof EXAMPLE_ROUTES];

/** What has happened to it has led to the status that it has. */
function drivenRoute({ id, checkpoints, createdAt, activatedAt, endedAt, status, ...details }: ExampleRoute): Route {
  const stops = checkpoints.map(({ expectedAt, earliest, latest, ...checkpoint }) => ({
    ...checkpoint,
    expectedAt: new Date(expectedAt),
    earliest: earliest && new Date(earliest),
    latest: latest && new Date(latest),
  }));
  const scheduledStart = new Date(details.scheduledStart);
  const route = Route.plan(id, { ...details, scheduledStart }, stops, new Date(createdAt));
  if (activatedAt) route.activate(new Date(activatedAt));
  if (status === 'Completed') route.complete(false, new Date(endedAt));
  if (status === 'Cancelled') route.cancel(false, new Date(endedAt));
  return route;
}
