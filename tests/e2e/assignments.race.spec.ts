import { DataSource } from 'typeorm';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { AssignmentConflict } from '@fleet/domain/deliveries/delivery.errors';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { connect } from '@fleet/infrastructure/shared/database/connect';
import { Asked, AssignmentRace } from './support/assignment-race';
import { Answer } from './support/client';
import { contradictions } from './support/consistency';
import { hasRedis, RedisServer } from './support/redis-server';
import { ServerGroup } from './support/server-group';
import { createTestDatabase, TestDatabase, TEST_KEYS } from './support/test-database';

/** How often each race is run: `RACE_ROUNDS=10` for the long version. */
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 1);
const RUNNERS = 500;
const PROCESSES = 4;

let database: TestDatabase;
let dataSource: DataSource;
let redis: RedisServer;
let group: ServerGroup;
let race: AssignmentRace;
beforeAll(async () => {
  database = createTestDatabase();
  redis = await RedisServer.reserve();
  if (hasRedis) await redis.start();
  group = await ServerGroup.start(PROCESSES, {
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: '5',
    REDIS_URL: redis.url,
  });
  race = await AssignmentRace.prepare(group, RUNNERS);
  dataSource = await connect(loadConfiguration({ DATABASE_URL: database.url, ...TEST_KEYS }).database, 1);
  // What is decided from here on, the database decides.
  await redis.kill();
}, 300_000);
afterAll(async () => {
  await dataSource?.destroy();
  await group?.stop();
  await redis?.kill();
  await database?.drop();
});

const RACES: Record<string, [(round: number) => Asked[], AssignmentConflict['resource'][]]> = {
  'assignments of one vehicle to many deliveries, each with a driver of its own': [
    (round) => race.assignments({ vehicle: round }),
    ['Vehicle'],
  ],
  'assignments of one driver to many deliveries, each with a vehicle of its own': [
    (round) => race.assignments({ driver: round }),
    ['Driver'],
  ],
  'assignments of one vehicle and one driver to many deliveries': [
    (round) => race.assignments({ vehicle: round, driver: round }),
    ['Vehicle', 'Driver'],
  ],
  'deliveries that are created with one vehicle, each with a driver of its own': [
    (round) => race.creations({ vehicle: round }),
    ['Vehicle'],
  ],
};

/** The one that has won, when everybody else was told who it is. */
function winnerOf(answers: Answer<DeliveryView>[], resources: AssignmentConflict['resource'][]): DeliveryView {
  const [winner] = answers.filter(({ status }) => status < 300);
  const told = answers.filter((answer) => answer !== winner).map(verdict);
  const lost = { status: 409, code: 'ASSIGNMENT_CONFLICT', resources, holders: [winner?.body.id] };
  expect(tally(told)).toEqual({ [JSON.stringify(lost)]: RUNNERS - 1 });
  return winner!.body;
}

function verdict({ status, body }: Answer<unknown>): string {
  const { code, detail, conflicts = [] } = body as { code?: string; detail?: string; conflicts?: AssignmentConflict[] };
  const resources = conflicts.map(({ resource }) => resource);
  const holders = [...new Set(conflicts.map(({ deliveryId }) => deliveryId))];
  return JSON.stringify({ status, code: status >= 500 ? `${code} ${detail}` : code, resources, holders });
}

function tally(texts: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}

describe.each(Object.entries(RACES))(`of ${RUNNERS} simultaneous %s`, (_, [requests, resources]) => {
  it.each(Array.from({ length: ROUNDS }, (_, index) => index))(
    `one wins, in ${PROCESSES} processes and without Redis (round %i)`,
    async (round) => {
      const answers = await race.run(requests(round));
      const winner = winnerOf(answers, resources);
      expect(await contradictions(dataSource)).toEqual({});
      await race.free(winner.id);
    },
  );
});
