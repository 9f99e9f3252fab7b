import { readdirSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import {
  EXAMPLE_DELIVERIES,
  EXAMPLE_DELIVERY_DRIVERS,
  EXAMPLE_DELIVERY_ROUTE,
  EXAMPLE_DELIVERY_TRIPS,
  EXAMPLE_DELIVERY_VEHICLES,
} from '@fleet/api/http/openapi/example-deliveries';
import { EXAMPLE_ROUTES } from '@fleet/api/http/openapi/example-routes';
import { EXAMPLE_SCHEDULES } from '@fleet/api/http/openapi/example-schedules';
import { EXAMPLE_DRIVERS } from '@fleet/api/http/openapi/examples';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { DELIVERY_STATUSES } from '@fleet/domain/deliveries/delivery-status';
import { Route } from '@fleet/domain/routes/route';
import { ROUTE_STATUSES } from '@fleet/domain/routes/route-status';
import { toDeliveryRecord } from '@fleet/infrastructure/deliveries/delivery-rows';
import { PastEvent } from '@fleet/domain/shared/past-event';
import { contradictions } from './support/consistency';
import { GeneratedFleet, GeneratedFleets, NOW } from './support/generated-fleet';
import { Row } from './support/rows';

const fleets = new GeneratedFleets();
let fleet: GeneratedFleet;
beforeAll(async () => {
  fleet = await fleets.generate('deliveries.db');
});
afterAll(() => fleets.remove());

const count = (table: string, condition: string) =>
  Number(fleet.value(`SELECT COUNT(*) FROM ${table} WHERE ${condition}`));
const LAST_WEEKS = new Date(NOW.getTime() - 30 * 24 * 60 * 60 * 1000).toISOString();

it('has routes in every state, from weeks ago to days ahead', () => {
  for (const status of ROUTE_STATUSES)
    expect([status, count('Routes', `Status = '${status}'`) > 1]).toEqual([status, true]);
  expect(count('Routes', '1 = 1')).toBeGreaterThan(55);
  expect(count('Routes', `Status = 'Completed' AND ScheduledStart > '${LAST_WEEKS}'`)).toBeGreaterThan(40);
  expect(count('Routes', `Status = 'Planning' AND ScheduledStart > '${NOW.toISOString()}'`)).toBeGreaterThan(4);
});

it('has some 400 deliveries in every state, and a dozen and more on the road now', () => {
  expect(count('Deliveries', '1 = 1')).toBeGreaterThan(360);
  for (const status of DELIVERY_STATUSES) {
    expect([status, count('Deliveries', `Status = '${status}'`) > 2]).toEqual([status, true]);
  }
  expect(count('Deliveries', "Status IN ('InTransit', 'OutForDelivery')")).toBeGreaterThan(12);
});

it.each([
  ['late', 'LateMinutes > 0', 20],
  ['before time', 'LateMinutes < 0', 100],
  ['with an open incident', 'OpenIncidents > 0', 5],
  ['with an incident that is over', "OpenIncidents = 0 AND Incidents <> '[]'", 20],
  ['tried again, and delivered', "Attempt > 1 AND Status = 'Delivered'", 5],
  ['behind another one', "Predecessors <> '[]'", 15],
  ['waiting for one on the road', `Status = 'PickedUp' AND Predecessors <> '[]'`, 2],
])('has deliveries that are %s', (_, condition, least) => {
  expect(count('Deliveries', condition)).toBeGreaterThanOrEqual(least);
});

it('keeps each file of a proof, and no other', () => {
  const kept = readdirSync(fleet.files, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(kept.length).toBe(count('DeliveryFiles', '1 = 1'));
  expect(kept.length).toBeGreaterThan(30);
});

it('contradicts itself nowhere', async () => {
  const source = { query: async (sql: string) => fleet.rows(sql) } as unknown as DataSource;
  expect(await contradictions(source)).toEqual({});
}, 60_000);

describe('what its events make of it', () => {
  const streams = (stream: string) => {
    const byId = new Map<string, PastEvent[]>();
    for (const row of fleet.opened('EventLog', `WHERE Stream = '${stream}' ORDER BY Sequence`)) {
      byId.set(String(row.StreamId), [...(byId.get(String(row.StreamId)) ?? []), pastEvent(row)]);
    }
    return [...byId];
  };

  it('are the deliveries that readers see', () => {
    for (const [id, events] of streams('Delivery')) {
      const { customerKey: _, ...record } = toDeliveryRecord(Delivery.replay(id, events), null);
      const { CustomerKey: __, ...row } = fleet.find('Deliveries', id);
      expect(asStored(record)).toEqual(row);
    }
  });

  it('are the routes that readers see', () => {
    for (const [id, events] of streams('Route')) {
      const { checkpoints, ...route } = Route.replay(id, events).snapshot();
      const { Checkpoints, ...row } = fleet.find('Routes', id);
      expect(JSON.parse(String(Checkpoints))).toEqual(JSON.parse(JSON.stringify(checkpoints)));
      expect(row).toMatchObject(asStored(route));
    }
  });
});

function pastEvent({ Type, StreamVersion, OccurredAt, Payload }: Row): PastEvent {
  const payload = JSON.parse(String(Payload)) as PastEvent['payload'];
  return { type: String(Type), version: Number(StreamVersion), occurredAt: new Date(String(OccurredAt)), payload };
}

function asStored(fields: object): Row {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]: [string, Row[string] | Date]) => [
      field[0]!.toUpperCase() + field.slice(1),
      value instanceof Date ? value.toISOString() : value,
    ]),
  );
}

describe('what the examples of the API documentation speak of', () => {
  it.each(Object.entries(EXAMPLE_DELIVERY_VEHICLES))(
    'has the vehicle %s',
    (_, { id, plate, model, status, mileage }) => {
      const row = fleet.find('Vehicles', id);
      expect(row).toMatchObject({ Plate: plate, Model: model, Status: status });
      expect(row.Mileage).toBeLessThanOrEqual(mileage);
    },
  );

  it.each(Object.entries(EXAMPLE_DELIVERY_DRIVERS))(
    'has the driver %s',
    (_, { id, name, licenseNumber, available }) => {
      const state = { Active: 1, Available: Number(available) };
      expect(fleet.find('Drivers', id)).toMatchObject({ Name: name, LicenseNumber: licenseNumber, ...state });
    },
  );

  it.each(Object.entries(EXAMPLE_ROUTES))('has the route %s', (_, { id, name, status, checkpoints }) => {
    const row = fleet.find('Routes', id);
    expect(row).toMatchObject({ Name: name, Status: status });
    expect(JSON.parse(String(row.Checkpoints))).toHaveLength(checkpoints.length);
  });

  it('has an open delivery of the driver who signs in, and none on the route that is completed', () => {
    const open = "Status IN ('PickedUp', 'InTransit', 'OutForDelivery')";
    const { active, toComplete } = EXAMPLE_ROUTES;
    const hers = `DriverId = '${EXAMPLE_DRIVERS.available.id}' AND ${open}`;
    expect(count('Deliveries', `RouteId = '${active.id}' AND ${hers}`)).toBe(1);
    expect(count('Deliveries', `RouteId = '${toComplete.id}' AND ${open}`)).toBe(0);
    expect(fleet.find('Routes', EXAMPLE_DELIVERY_ROUTE.id)).toMatchObject({ Status: 'Active' });
  });

  it.each(Object.entries<DeliveryView>(EXAMPLE_DELIVERIES))('has the delivery %s', (_, view) => {
    const row = fleet.find('Deliveries', view.id);
    expect(row).toMatchObject({
      RouteId: EXAMPLE_DELIVERY_ROUTE.id,
      Reference: view.reference,
      Status: view.status,
      VehicleId: view.vehicleId,
      DriverId: view.driverId,
      CustomerName: view.customer.name,
      Priority: view.priority,
      Requirements: JSON.stringify(view.requirements),
      Attempt: view.attempt,
      Reason: view.reason,
      Distance: view.distance,
      DelayMinutes: view.delayMinutes,
      LateMinutes: view.lateMinutes,
      OpenIncidents: view.incidents.length,
      Version: view.version,
    });
    const ids = (text: unknown) => (JSON.parse(String(text)) as { id: string }[]).map(({ id }) => id);
    expect(ids(row.Incidents)).toEqual(view.incidents.map(({ id }) => id));
    const files = fleet.rows(`SELECT Id FROM DeliveryFiles WHERE DeliveryId = '${view.id}'`).map(({ Id }) => Id);
    expect(files).toEqual(view.proof?.files.map(({ id }) => id) ?? []);
  });

  it.each(Object.entries(EXAMPLE_DELIVERY_TRIPS))('has the running trip %s', (_, id) => {
    expect(fleet.find('Trips', id)).toMatchObject({ EndDate: null, Distance: 0 });
  });

  it.each(Object.entries(EXAMPLE_SCHEDULES))('has the schedule %s', (_, { id, name, active }) => {
    expect(fleet.find('Schedules', id)).toMatchObject({ Name: name, Active: Number(active) });
  });
});
