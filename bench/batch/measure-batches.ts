import { equal } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { median } from '@fleet/bench/load/median';
import { BatchAnswer, BatchedFleet, COMMANDS } from './batched-fleet';

const ROUNDS = 3;
const WRONG = 300;

export interface BatchResult {
  readonly what: string;
  /** Each for itself, and all or none. */
  readonly each: Taken;
  readonly atomic: Taken;
}

export interface Taken {
  readonly milliseconds: number;
  /** How long somebody else waited for a list meanwhile, at most. */
  readonly longestWait: number;
}

/** Sends batches one after the other; of several rounds the median counts. */
export async function measureBatches(fleet: BatchedFleet): Promise<BatchResult[]> {
  const taken = new Map<string, Taken[]>();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const atomic of [false, true]) {
      const measure = async (what: string, succeeded: number, commands: readonly object[], key?: string) => {
        const [answer, time] = await timed(fleet, commands, atomic, key);
        equal(answer.succeeded ?? 0, succeeded, what);
        // The first round warms up.
        const name = `${atomic} ${what}`;
        if (round > 0) taken.set(name, [...(taken.get(name) ?? []), time]);
        return answer.results ?? [];
      };
      await measureRound(fleet, atomic, measure);
    }
  }
  const whats = [...taken.keys()].filter((name) => name.startsWith('false ')).map((name) => name.slice(6));
  const resultOf = (name: string): Taken => ({
    milliseconds: median(taken.get(name)!.map(({ milliseconds }) => milliseconds)),
    longestWait: Math.max(...taken.get(name)!.map(({ longestWait }) => longestWait)),
  });
  return whats.map((what) => ({ what, each: resultOf(`false ${what}`), atomic: resultOf(`true ${what}`) }));
}

type Measure = (
  what: string,
  succeeded: number,
  commands: readonly object[],
  key?: string,
) => Promise<BatchAnswer['results']>;

/** Ends as it began: nobody is held any more. */
async function measureRound({ routeId, crews }: BatchedFleet, atomic: boolean, measure: Measure): Promise<void> {
  const creates = crews.map(() => ({
    op: 'create',
    routeId,
    customer: { name: 'Rui Alves', phone: '11 3333-4444', address: 'Rua Um, 1' },
    priority: 'High',
    promisedBy: '2030-01-07T12:00:00Z',
    requirements: ['code'],
  }));
  const ids = (await measure('create', COMMANDS, creates)).map(({ delivery }) => delivery!.id);
  const forEach = (fields: (index: number) => object) => ids.map((deliveryId, i) => ({ deliveryId, ...fields(i) }));
  await measure('assign a vehicle and a driver', COMMANDS, forEach((i) => ({ op: 'assign', ...crews[i]! }))); // prettier-ignore
  await measure('into transit, which starts a trip', COMMANDS, forEach(() => ({ op: 'status', status: 'InTransit' }))); // prettier-ignore
  const incident = { op: 'incident', type: 'Traffic', severity: 'Low', description: 'Queue before the bridge' };
  await measure(
    'report an incident',
    COMMANDS,
    forEach(() => incident),
  );
  const failed = { op: 'status', status: 'Failed', reason: 'Refused', distance: 7 };
  await measure(
    'failed, which ends the trip',
    COMMANDS,
    forEach(() => failed),
  );
  const key = randomUUID();
  await measure('create, with a key', COMMANDS, creates, key);
  await measure('the same again', COMMANDS, creates, key);
  const wrong = creates.map((one, i) => (i === WRONG - 1 ? { ...one, routeId: randomUUID() } : one));
  await measure(`create, the ${WRONG}th on no route`, atomic ? 0 : COMMANDS - 1, wrong);
  const shapeless = creates.map((one, i) => (i === WRONG - 1 ? { op: one.op } : one));
  await measure(`create, the ${WRONG}th of another shape`, atomic ? 0 : COMMANDS - 1, shapeless);
}

async function timed(
  fleet: BatchedFleet,
  commands: readonly object[],
  atomic: boolean,
  key: string | undefined,
): Promise<[BatchAnswer, Taken]> {
  const began = performance.now();
  const done = fleet.send(commands, atomic, key).then(([, answer]) => ({ answer, ended: performance.now() }));
  const longestWait = await fleet.longestWait(done);
  const { answer, ended } = await done;
  return [answer, { milliseconds: ended - began, longestWait }];
}
