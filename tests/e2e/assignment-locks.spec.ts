import { createClient } from 'redis';
import { AssignmentRace } from './support/assignment-race';
import { hasRedis, RedisServer } from './support/redis-server';
import { ServerGroup } from './support/server-group';
import { until } from './support/server-process';
import { createTestDatabase, TestDatabase } from './support/test-database';

const RUNNERS = 60;
const PROCESSES = 2;
const PREFIX = 'FleetManager:{assignments}:';

let database: TestDatabase;
let redis: RedisServer;
let group: ServerGroup;
beforeAll(async () => {
  if (!hasRedis) return;
  database = createTestDatabase();
  redis = await RedisServer.reserve();
  await redis.start();
  group = await ServerGroup.start(PROCESSES, { DATABASE_URL: database.url, REDIS_URL: redis.url });
}, 180_000);
afterAll(async () => {
  await group?.stop();
  await redis?.kill();
  await database?.drop();
});

// Without redis-server there is nothing to test with; CI, which sets REQUIRE_SERVICES, fails then.
(hasRedis ? it : it.skip)(
  'those who want the same crew hold a lock one after the other, and let go of it',
  async () => {
    const race = await AssignmentRace.prepare(group, RUNNERS);
    const client = createClient({ url: redis.url });
    await client.connect();
    await client.configSet('notify-keyspace-events', 'KEA');
    const listener = client.duplicate();
    await listener.connect();
    const seen: string[] = [];
    await listener.pSubscribe('__keyevent@0__:*', (key, channel) => {
      if (key.startsWith(PREFIX) && !key.endsWith(':fence')) seen.push(`${channel.split(':')[1]} ${key}`);
    });
    const answers = await race.run(race.assignments({ vehicle: 0, driver: 0 }));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(RUNNERS - 1).fill(409)]);
    const times = (...what: string[]) => seen.filter((one) => what.includes(one.split(' ')[0]!));
    // What was asked for too late to be waited for expires, unless it is let go of.
    await until(
      async () => times('del', 'expired').length === times('set').length,
      () => `There are locks that nobody lets go of: ${seen.join(', ')}`,
      60_000,
    );
    // A vehicle and a driver for everybody who has held them, each with a fence of its own.
    const holders = Number(await client.get(`${PREFIX}fence`));
    expect(holders).toBeGreaterThan(RUNNERS / 2);
    expect(times('set')).toHaveLength(2 * holders);
    expect(await client.keys(`${PREFIX}*`)).toEqual([`${PREFIX}fence`]);
    // Nobody holds the vehicle beside another.
    const ofVehicle = times('set', 'del', 'expired').filter((one) => one.includes('vehicle:'));
    expect(ofVehicle.map((one) => one.startsWith('set'))).toEqual(ofVehicle.map((_, index) => index % 2 === 0));
    for (const connection of [client, listener]) connection.destroy();
  },
);
