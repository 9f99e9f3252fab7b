import { randomUUID } from 'node:crypto';
import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import { AuditQueries, PastEvent } from '@fleet/application/audit/audit.queries';
import { Page } from '@fleet/application/shared/page';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { UnknownEventVersionError } from '@fleet/domain/shared/event-versions';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { Fleet } from './support/fleet';
import { expectProblem } from './support/problems';
import { insertRow, Row, ROWS } from './support/rows';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const writer = () => api.app.get(Database, { strict: false }).writer;

const STARTED = { vehicleId: 'v', driverId: 'd', route: 'Centro', startDate: 'then', endDate: null, distance: 0 };

/** An event that another release has written. */
async function written(row: Row, payload: object): Promise<string> {
  const id = randomUUID();
  await insertRow(writer(), 'EventLog', {
    ...ROWS.EventLog!(),
    ...row,
    StreamId: id,
    Payload: JSON.stringify(payload),
  });
  return id;
}

async function read(entity: 'Trip' | 'Vehicle', entityId: string): Promise<PastEvent[]> {
  const events: PastEvent[] = [];
  for await (const event of api.app.get(AuditQueries, { strict: false }).streamHistory({ entity, entityId })) {
    events.push(event);
  }
  return events;
}

const historyOf = async (path: string) => (await api.client.get<Page<AuditEntry>>(`/api/${path}/history`)).body.items;

describe('an event', () => {
  it('is written in the present version of its type', async () => {
    const trip = await new Fleet(api.client).endedTrip();
    const versions = await writer().query<{ type: string; version: number }[]>(
      `SELECT Type AS "type", SchemaVersion AS "version" FROM EventLog WHERE StreamId = '${trip.id}'`,
    );
    expect(Object.fromEntries(versions.map(({ type, version }) => [type, version]))).toEqual({
      TripStarted: 2,
      TripEnded: 1,
    });
  });

  it('of an earlier version is read as the present one, and shown as it was written', async () => {
    // The column's default: what was there before versions were is of the first.
    const id = await written({ Stream: 'Trip', Type: 'TripStarted' }, STARTED);
    expect(await read('Trip', id)).toMatchObject([{ type: 'TripStarted', payload: { ...STARTED, deliveryId: null } }]);
    const [shown] = await historyOf(`trips/${id}`);
    const fields = shown!.changes.map(({ field }) => field);
    expect(fields).toEqual(['vehicleId', 'driverId', 'route', 'startDate', 'distance']);
  });

  it('of a later version is shown, and no state is made of it', async () => {
    const id = await written({ SchemaVersion: 9 }, { plate: 'A-1', wheels: 4 });
    await expect(read('Vehicle', id)).rejects.toThrow(UnknownEventVersionError);
    expectProblem(await api.client.get(`/api/vehicles/${id}?asOf=${new Date().toISOString()}`), 500, 'INTERNAL');
    const said = 'VehicleRegistered is stored in version 9, and this release knows it up to version 1 only.';
    expect(api.logs.some(({ err }) => JSON.stringify(err)?.includes(said))).toBe(true);
    const [shown] = await historyOf(`vehicles/${id}`);
    expect(shown!.changes.map(({ field }) => field)).toEqual(['plate', 'wheels']);
  });

  it.each([0, -1])('cannot have version %i', async (SchemaVersion) => {
    await expect(written({ SchemaVersion }, {})).rejects.toThrow();
  });
});

it('a test that makes an event which the catalogue does not describe fails at its end', async () => {
  const other = await startTestApi();
  const find = <T>(port: abstract new (...parts: never[]) => T): T => other.app.get<T>(port, { strict: false });
  const event = { stream: 'Trip', streamId: randomUUID(), version: 1, occurredAt: new Date(), previous: null };
  const payload = { endDate: 'then', distance: 'far' };
  await find(UnitOfWork).run(() => find(EventLog).append([{ ...event, type: 'TripEnded', payload }]));
  await expect(other.stop()).rejects.toThrow('TripEnded data/distance must be number');
});
