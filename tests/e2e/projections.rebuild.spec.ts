import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Projections } from '@fleet/application/shared/projections';
import { RebuildProjections, RebuildStart, RebuildStep } from '@fleet/application/shared/rebuild-projections';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Statements } from '@fleet/infrastructure/shared/database/statements';
import { EventStreams } from '@fleet/infrastructure/shared/event-sourcing/event-streams';
import { SqlProjections } from '@fleet/infrastructure/shared/event-sourcing/sql-projections';
import { DeliveryProjection } from '@fleet/infrastructure/deliveries/delivery-projection';
import { RebuiltDeliveries } from '@fleet/infrastructure/deliveries/rebuilt-deliveries';
import { RebuiltRoutes } from '@fleet/infrastructure/routes/rebuilt-routes';
import { RouteProjection } from '@fleet/infrastructure/routes/route-projection';
import { later } from '@fleet/tests/builders/later';
import { Fleet } from './support/fleet';
import { KeptDeliveries } from './support/kept-deliveries';
import { DeliveryTables } from './support/kept-rows';
import { startTestApi, TestApi } from './support/test-api';

const START = new Date('2026-01-10T00:00:00.000Z');
const INCIDENT = { type: 'Other', severity: 'Low', description: 'Flat tyre' } as const;

let api: TestApi;
let fleet: Fleet;
let kept: KeptDeliveries;
let tables: DeliveryTables;
let writer: DataSource;
let rebuild: RebuildProjections;
beforeEach(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
  kept = new KeptDeliveries(api);
  tables = new DeliveryTables(api);
  writer = kept.get(Database).writer;
  const [streams, database, statements] = [kept.get(EventStreams), kept.get(PrimaryDatabase), kept.get(Statements)];
  const kinds = [
    new RebuiltRoutes(kept.get(RouteProjection)),
    new RebuiltDeliveries(kept.get(DeliveryProjection), statements),
  ];
  const projections: Projections = new SqlProjections(kinds, streams, database, statements);
  rebuild = new RebuildProjections(kept.get(UnitOfWork), projections);
});
afterEach(() => api.stop());

const crew = async () => ({ vehicleId: (await fleet.vehicle()).id, driverId: (await fleet.driver()).id });

async function run(start?: RebuildStart): Promise<RebuildStep[]> {
  const steps: RebuildStep[] = [];
  for await (const step of rebuild.execute(start)) steps.push(step);
  return steps;
}

const damage = (sql: string) => writer.query(sql);
const quoted = (value: string | null) => (value === null ? 'NULL' : `'${value}'`);

async function expectTrueRows(): Promise<void> {
  expect(await tables.kept()).toEqual(await tables.wanted());
  for (const { counted, found } of await tables.counts()) expect(counted).toBe(found);
}

/** One delivery of each state, with all that they can have. */
async function deliveries(): Promise<Record<'pickedUp' | 'onRoad' | 'delivered' | 'failed', Delivery>> {
  const route = await kept.route(START);
  const pickedUp = await kept.delivery({ route, crew: await crew(), reference: 'PED-1' });
  const onRoad = await kept.onRoad({ route, crew: await crew(), reference: 'PED-2', after: [pickedUp.id] });
  const over = await kept.route(later(START, 600));
  const { id } = await kept.onRoad({ route: over, crew: await crew(), promisedBy: later(START, 601) });
  await kept.change(id, (one) => one.reportIncident(randomUUID(), INCIDENT, later(START, 610)));
  const delivered = await kept.deliver(id, over, later(START, 800));
  const failed = await kept.onRoad({ route: over, crew: await crew() });
  return {
    pickedUp,
    onRoad,
    delivered,
    failed: await kept.change(failed.id, (one) => one.fail({ reason: 'Refused' }, START)),
  };
}

describe('rebuilding the rows of deliveries', () => {
  it('changes nothing where they are right', async () => {
    await deliveries();
    const before = await tables.kept();
    expect(before.size).toBe(4);
    await run();
    expect(await tables.kept()).toEqual(before);
    await expectTrueRows();
  });

  it('mends whatever has become of them', async () => {
    const { pickedUp, onRoad, delivered, failed } = await deliveries();
    await damage(`DELETE FROM Deliveries WHERE Id = '${onRoad.id}'`);
    await damage(`UPDATE Deliveries SET Status = 'Failed', Reason = 'Other', Version = 77 WHERE Id = '${pickedUp.id}'`);
    await damage(`UPDATE Deliveries SET CustomerName = NULL, CustomerKey = 'x', OpenIncidents = 5, DeliveredAt = NULL,
      LateMinutes = NULL, Proof = NULL, Reached = '[]', Incidents = '[]' WHERE Id = '${delivered.id}'`);
    await damage(`DELETE FROM DeliveryTerms WHERE DeliveryId = '${delivered.id}'`);
    await damage(`UPDATE DeliveryIncidents SET DeliveryId = '${failed.id}'`);
    await damage(`UPDATE DeliveryFiles SET DeliveryId = '${failed.id}', ContentKey = NULL`);
    await damage(`INSERT INTO DeliveryLinks (DeliveryId, AfterId) VALUES ('${failed.id}', '${delivered.id}')`);
    await damage('UPDATE DeliveryCounts SET Total = Total + 7');
    await damage(`DELETE FROM DeliveryCounts WHERE Status = 'Cancelled'`);
    await run();
    await expectTrueRows();
    expect(await tables.counts()).toHaveLength(6);
  });

  it("takes out of the way whoever holds by mistake what is another one's", async () => {
    const route = await kept.route(START);
    const crews = [await crew(), await crew(), await crew()] as const;
    const [first, second] = [
      await kept.delivery({ route, crew: crews[0], reference: 'PED-1' }),
      await kept.delivery({ route, crew: crews[1], reference: 'PED-2' }),
    ];
    const gone = await kept.delivery({ route, crew: crews[2] });
    const over = await kept.delivery({ route });
    await kept.change(over.id, (one) => one.cancel({ reason: 'Duplicate' }, START));
    const assign = (id: string, to: (typeof crews)[number] | null, reference: string | null) =>
      damage(`UPDATE Deliveries SET VehicleId = ${quoted(to?.vehicleId ?? null)}, DriverId = ${quoted(to?.driverId ?? null)},
        Reference = ${quoted(reference)} WHERE Id = '${id}'`);
    // Two have each other's crew and reference, and one that is over has that of one whose row is gone.
    await assign(first.id, null, null);
    await assign(second.id, crews[0], 'PED-1');
    await assign(first.id, crews[1], 'PED-2');
    await damage(`DELETE FROM Deliveries WHERE Id = '${gone.id}'`);
    await damage(`UPDATE Deliveries SET Status = 'InTransit', VehicleId = '${crews[2].vehicleId}',
      DriverId = '${crews[2].driverId}' WHERE Id = '${over.id}'`);
    await run();
    await expectTrueRows();
  });

  it('removes rows to which nothing has ever happened', async () => {
    const { delivered } = await deliveries();
    const [routeId, strayId] = [randomUUID(), randomUUID()];
    const copied = `ScheduledStart, ScheduledEnd, Status, Checkpoints, Version, CreatedAt, UpdatedAt`;
    await damage(`INSERT INTO Routes (Id, Name, Origin, Destination, ${copied})
      SELECT '${routeId}', Name, Origin, Destination, ${copied} FROM Routes WHERE Id = '${delivered.snapshot().routeId}'`);
    const same = `Priority, Requirements, Predecessors, Status, Attempt, SlotStart, SlotEnd, Reached, Incidents,
      OpenIncidents, Version, CreatedAt, UpdatedAt`;
    await damage(`INSERT INTO Deliveries (Id, RouteId, ${same})
      SELECT '${strayId}', '${routeId}', ${same} FROM Deliveries WHERE Id = '${delivered.id}'`);
    const steps = await run();
    expect(steps.reduce((sum, { removed }) => sum + removed, 0)).toBe(2);
    await expectTrueRows();
    expect(await damage(`SELECT Id FROM Routes WHERE Id = '${routeId}'`)).toEqual([]);
  });

  it('makes routes anew too, with the words that find them, those that deliveries refer to first', async () => {
    const route = await kept.route(START, 3, 'Zona Norte');
    const lonely = await kept.route(START, 2, 'Zona Sul');
    const { id } = await kept.delivery({ route });
    const path = (routeId: string) => `/api/routes/${routeId}`;
    const [before, alone] = [(await api.client.get(path(route.id))).body, (await api.client.get(path(lonely.id))).body];
    await damage(`UPDATE Routes SET Name = 'x', Checkpoints = '[]', Version = 9 WHERE Id = '${route.id}'`);
    await damage('DELETE FROM RouteTerms');
    await damage(`DELETE FROM Routes WHERE Id = '${lonely.id}'`);
    await damage(`DELETE FROM Deliveries WHERE Id = '${id}'`);
    await run();
    expect((await api.client.get(path(route.id))).body).toEqual(before);
    expect((await api.client.get(path(lonely.id))).body).toEqual(alone);
    const { body } = await api.client.get<{ items: unknown[] }>('/api/routes?q=zona');
    expect(body.items).toHaveLength(2);
    await expectTrueRows();
  });

  it('goes on where an earlier run was stopped', async () => {
    const route = await kept.route(START);
    for (let index = 0; index < 60; index++) await kept.delivery({ route });
    await damage(`UPDATE Deliveries SET Priority = 'Low'`);
    const stop = new AbortController();
    let last: RebuildStep | undefined;
    const stopped = async () => {
      for await (const step of rebuild.execute(undefined, stop.signal)) {
        last = step;
        if (step.stream === 'Delivery') stop.abort(new Error('Stopped.'));
      }
    };
    await expect(stopped()).rejects.toThrow('Stopped.');
    expect(last).toMatchObject({ stream: 'Delivery', done: 50 });
    const steps = await run({ stream: 'Delivery', after: last!.last });
    expect(steps).toEqual([expect.objectContaining({ stream: 'Delivery', done: 10 })]);
    await expectTrueRows();
  });
});

describe('rebuilding beside live writes', () => {
  it('leaves every row as the log says, whoever was faster', async () => {
    const route = await kept.route(START);
    const made: Delivery[] = [];
    for (let index = 0; index < 120; index++) made.push(await kept.delivery({ route, reference: `PED-${index}` }));
    await damage(`UPDATE Deliveries SET Priority = 'Low', Attempt = 9, CustomerName = NULL`);
    await damage('DELETE FROM DeliveryTerms');
    let isOver = false;
    let writes = 0;
    const write = async (number: number) => {
      for (let turn = 0; !isOver; turn++) {
        const { id } = made[(number * 31 + turn * 7) % made.length]!;
        await kept.change(id, (one) => one.reportIncident(randomUUID(), INCIDENT, new Date()));
        await kept.delivery({ route });
        writes += 2;
      }
    };
    const writers = [0, 1, 2, 3].map(write);
    try {
      for (let round = 0; round < 2; round++) await run();
    } finally {
      isOver = true;
      await Promise.all(writers);
    }
    expect(writes).toBeGreaterThan(20);
    expect(await tables.kept()).toEqual(await tables.wanted());
    await run();
    await expectTrueRows();
  });
});
