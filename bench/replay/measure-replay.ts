import { equal } from 'node:assert/strict';
import { median } from '@fleet/bench/load/median';
import { ReplayedLog } from './replayed-log';
import { ReplayedStreams } from './replayed-streams';

const EVENTS = 1_000_000;
/** Aggregates that one statement reads, as a rebuild of projections does. */
const TOGETHER = 100;

/** One event is what a snapshot would cost at least: a row to read and a person's key to open. */
const LENGTHS = [1, 10, 100, 1_000];
const OF_EACH_LENGTH = 20;
const ROUNDS = 10;

export interface ReplayResult {
  readonly stream: string;
  readonly aggregates: number;
  readonly events: number;
  /** Seconds to write them all. */
  readonly writing: number;
  /** Seconds to rebuild them all. */
  readonly replaying: number;
  /** The median time to load one aggregate alone, in milliseconds, by its number of events. */
  readonly loads: readonly { readonly events: number; readonly milliseconds: number }[];
}

/** Writes a million events, rebuilds everything from them, and loads some aggregates one by one. */
export async function measureReplay(of: ReplayedStreams, log: ReplayedLog): Promise<ReplayResult> {
  const aggregates = EVENTS / of.length;
  console.log(`Writing ${EVENTS} events …`);
  let began = performance.now();
  const ids = await log.write(aggregates, of.ordinary);
  const writing = secondsSince(began);

  console.log('Replaying them …');
  began = performance.now();
  let events = 0;
  for (let from = 0; from < ids.length; from += TOGETHER) events += await log.replay(ids.slice(from, from + TOGETHER));
  const replaying = secondsSince(began);
  equal(events, EVENTS);

  const loads: { events: number; milliseconds: number }[] = [];
  for (const length of LENGTHS) {
    console.log(`Loading one of ${length} …`);
    loads.push({ events: length, milliseconds: await measureLoad(of, log, length) });
  }
  return { stream: of.stream, aggregates, events, writing, replaying, loads };
}

async function measureLoad(of: ReplayedStreams, log: ReplayedLog, length: number): Promise<number> {
  const ids = await log.write(OF_EACH_LENGTH, (id) => of.ofLength(id, length));
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const id of ids) {
      const began = performance.now();
      equal(await log.replay([id]), length);
      times.push(performance.now() - began);
    }
  }
  return median(times);
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}
