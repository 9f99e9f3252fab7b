import { setTimeout as sleep } from 'node:timers/promises';
import { Page } from '@fleet/application/shared/page';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { Flood, FloodRequest, percentile } from './support/flood';
import { memoryOf } from './support/process-memory';
import { ServerProcess, startServerProcess } from './support/server-process';
import { createTestDatabase, onSqlServer, TestDatabase } from './support/test-database';

const CONNECTIONS = 2_000;
/** What the flood may add to a process that has just worked: 2,000 connections, and 1,000 requests on the way. */
const MOST_MEMORY_MIB = 150;
/** Requests are made at ten times the rate that the process can answer … */
const ASKED = 10;
const FLOOD_SECONDS = 5;
/**
 * … and more than the process can answer is sent in any case: one at a time on each connection, by a program that shares the
 * cores. It is two to six times as much where nobody else wants them.
 */
const SENT = 1;
const TICK_MS = 50;
/** The first requests open a server's connections, which would be taken for all that the process can do. */
const WARM_UP_SECONDS = onSqlServer ? 8 : 1;
const BACK_WITHIN_SECONDS = 5;
const USUAL_MS = 500;
/** All through the flood, on a machine that is slow besides. */
const ALIVE_WITHIN_MS = 5_000;

describe('a flood of ten times what a process can do, of which more than it can do arrives in any case,', () => {
  let database: TestDatabase;
  let server: ServerProcess;
  const vehicles: VehicleView[] = [];
  const acknowledged = new Set<string>();
  beforeAll(async () => {
    database = createTestDatabase();
    server = await startServerProcess({ DATABASE_URL: database.url, DATABASE_MIGRATE: 'true' });
    for (let index = 0; index < 50; index++)
      vehicles.push((await server.client.post<VehicleView>(PATH, body(index))).body);
  });
  afterAll(async () => {
    await server?.stop('SIGKILL');
    await database?.drop();
  });

  const PATH = '/api/vehicles';
  const body = (index: number | string) => ({ plate: `KEPT-${index}`, model: 'Fiat Uno', year: 2020 });

  let turn = 0;
  /** Of ten, one is a change, one a list, and eight are reads of one vehicle. */
  function next(): FloodRequest {
    const kind = ++turn % 10;
    if (kind === 0) return register(`NEW-${turn}`);
    if (kind === 1) {
      const isWhole = (text: string) => (JSON.parse(text) as Page<VehicleView>).items.length === vehicles.length;
      return {
        method: 'GET',
        path: `${PATH}?plate=KEPT&limit=50`,
        isRight: (answer) => answer.status === 200 && isWhole(answer.body),
      };
    }
    const { id, plate } = vehicles[turn % vehicles.length]!;
    const isIt = (text: string) => (JSON.parse(text) as VehicleView).plate === plate;
    return { method: 'GET', path: `${PATH}/${id}`, isRight: (answer) => answer.status === 200 && isIt(answer.body) };
  }

  function register(plate: string): FloodRequest {
    const isRight: FloodRequest['isRight'] = ({ status }) => {
      if (status === 201) acknowledged.add(plate);
      return status === 201;
    };
    return { method: 'POST', path: PATH, body: { plate, model: 'Fiat Uno', year: 2020 }, isRight };
  }

  async function registered(): Promise<Set<string>> {
    const plates = new Set<string>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor && `&cursor=${cursor}`;
      const { body: page } = await server.client.get<Page<VehicleView>>(`${PATH}?plate=NEW&limit=200${after}`);
      for (const { plate } of page.items) plates.add(plate);
      cursor = page.nextCursor;
    }
    return plates;
  }

  it('is answered rightly or refused, in bounded memory, and soon over', async () => {
    const first = new Flood(server.client, 50);
    await first.capacity(50, WARM_UP_SECONDS, next);
    first.close();
    const calm = new Flood(server.client, 50);
    const capacity = await calm.capacity(50, 3, next);
    calm.close();
    const before = memoryOf(server);

    let most = before;
    const watch = setInterval(() => (most = Math.max(most, memoryOf(server))), TICK_MS);
    const flood = new Flood(server.client, CONNECTIONS);
    const aliveMs = await slowestSignOfLife(flood.send(ASKED * capacity, FLOOD_SECONDS, next));
    const { sent } = flood.counts;
    await flood.settled();
    flood.close();
    clearInterval(watch);

    const seconds: { p95: number; refused: number; statuses: object }[] = [];
    const isBack = () => seconds.at(-1)!.p95 <= USUAL_MS && seconds.at(-1)!.refused === 0;
    do {
      const load = new Flood(server.client, 100);
      await load.send(capacity / 4, 1, next);
      await load.settled();
      load.close();
      expect(load.counts.wrong).toEqual([]);
      const { rightMs, refusedMs: refused, statuses } = load.counts;
      seconds.push({ p95: percentile(rightMs, 0.95), refused: refused.length, statuses });
    } while (!isBack() && seconds.length < BACK_WITHIN_SECONDS);

    const { statuses, unsent, wrong, rightMs, refusedMs } = flood.counts;
    console.log('10 × capacity', {
      capacity: Math.round(capacity),
      calmP95: percentile(calm.counts.rightMs, 0.95),
      statuses,
      sent,
      unsent,
      timesCapacity: sent / FLOOD_SECONDS / capacity,
      memory: { before, most, after: memoryOf(server) },
      rightP50P95: [percentile(rightMs, 0.5), percentile(rightMs, 0.95)],
      refusedP50P95: [percentile(refusedMs, 0.5), percentile(refusedMs, 0.95)],
      aliveMs,
      after: seconds,
    });
    expect(wrong).toEqual([]);
    expect(refusedMs.length).toBeGreaterThan(0);
    expect(rightMs.length).toBeGreaterThan(0);
    expect(most - before).toBeLessThan(MOST_MEMORY_MIB);
    expect(sent).toBeGreaterThan(SENT * capacity * FLOOD_SECONDS);
    expect(aliveMs).toBeLessThan(ALIVE_WITHIN_MS);
    expect(seconds.at(-1)).toMatchObject({ refused: 0 });
    expect(seconds.at(-1)!.p95).toBeLessThanOrEqual(USUAL_MS);
    // What was promised is there, and what was refused was not done.
    expect(await registered()).toEqual(acknowledged);
  });

  /** Milliseconds that it took at most to say that it lives, asked again and again until the work is done. */
  async function slowestSignOfLife(work: Promise<void>): Promise<number> {
    let [slowest, isOver] = [0, false];
    void work.finally(() => (isOver = true));
    while (!isOver) {
      const start = performance.now();
      expect((await server.client.get('/health')).status).toBe(200);
      slowest = Math.max(slowest, Math.round(performance.now() - start));
      await sleep(TICK_MS);
    }
    return slowest;
  }
});
