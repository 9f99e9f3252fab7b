import { randomUUID } from 'node:crypto';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { Account } from './support/accounts';
import { Fleet } from './support/fleet';
import { PinnedClient } from './support/pinned-client';
import { hasRedis } from './support/redis-server';
import { WorkerGroup } from './support/worker-group';

const WORKERS = 4;
const ROUNDS = 100;
const RUNNERS = 100;
const AVAILABLE = '/api/vehicles/available';

const redis = () => ({ REDIS_URL: process.env.TEST_REDIS_URL!, REDIS_KEY_PREFIX: `test-${randomUUID()}:` });
const SETTINGS: [string, () => Record<string, string>][] = [['without Redis', () => ({})]];
// Without redis-server there is nothing to test with; CI, which sets REQUIRE_SERVICES, fails then.
if (hasRedis) SETTINGS.push(['with Redis', redis]);

describe.each(SETTINGS)('four workers on one port, %s', (_name, settings) => {
  let group: WorkerGroup;
  let connections: PinnedClient[];
  let fleet: Fleet;
  beforeAll(async () => {
    group = await WorkerGroup.start(WORKERS, settings());
    connections = await group.connections();
    fleet = new Fleet(group.client);
  }, 180_000);
  afterAll(async () => {
    for (const connection of connections ?? []) connection.close();
    await group?.stop();
  });

  const at = (turn: number) => connections[turn % WORKERS]!;
  const listed = async (connection: PinnedClient, id: string) => {
    const { body } = await connection.get<{ items: VehicleView[] }>(AVAILABLE);
    return body.items.find((vehicle) => vehicle.id === id)?.mileage;
  };

  it('give no reader what is older than a write that was answered, while others read', async () => {
    const { id, model, year } = await fleet.vehicle();
    let done = false;
    const others = connections.map(() => new PinnedClient(group.client));
    const readers = others.map(async (reader) => {
      while (!done) await listed(reader, id);
      reader.close();
    });
    const stale: string[] = [];
    for (let mileage = 1; mileage <= ROUNDS; mileage++) {
      const { status } = await at(mileage).send('PUT', `/api/vehicles/${id}`, { model, year, mileage });
      expect(status).toBe(200);
      // Every worker at once: none of them has had the time to hear of it later.
      const seen = await Promise.all(connections.map((connection) => listed(connection, id)));
      if (seen.some((one) => one !== mileage)) stale.push(`${seen.join()} instead of ${mileage}`);
    }
    done = true;
    await Promise.all(readers);
    expect(stale).toEqual([]);
  });

  it('know at once that a session and a key have ended in one of them', async () => {
    for (const [turn, one] of connections.entries()) {
      const account = await Account.create(group.client);
      const session = await account.session();
      const { body: key } = await group.client.post<{ id: string; key: string }>('/api/api-keys', {
        name: 'A service',
        scopes: ['vehicles:read'],
      });
      const statuses = async () => {
        const asked = connections.map(async (connection) => [
          (await connection.as(session.as().headers).get('/api/auth/me')).status,
          (await connection.as({ 'X-Api-Key': key.key }).get('/api/vehicles?limit=1')).status,
        ]);
        return new Set((await Promise.all(asked)).flat());
      };
      expect([turn, await statuses()]).toEqual([turn, new Set([200])]);
      await one.send('POST', `${account.path}/deactivate`);
      await one.send('DELETE', `/api/api-keys/${key.id}`);
      expect([turn, await statuses()]).toEqual([turn, new Set([401])]);
    }
  });

  it(`let one of ${RUNNERS} simultaneous starts for one vehicle win`, async () => {
    const vehicle = await fleet.vehicle();
    const drivers = await Promise.all(Array.from({ length: RUNNERS }, () => fleet.driver()));
    const runners = drivers.map(async (driver, index) => {
      const trip = { vehicleId: vehicle.id, driverId: driver.id, route: 'Race' };
      const { status, body } = await at(index).send('POST', '/api/trips/start', trip);
      return status === 201 ? '201' : `${status} ${body.code as string}`;
    });
    const answers = await Promise.all(runners);
    expect(answers.sort()).toEqual(['201', ...new Array<string>(RUNNERS - 1).fill('400 VEHICLE_NOT_AVAILABLE')]);
  });

  it('print whole lines', () => {
    const pids = new Set(group.lines().map(({ pid }) => pid));
    for (const worker of group.pids()) expect(pids).toContain(worker);
  });
});
