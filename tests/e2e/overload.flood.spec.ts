import { readFileSync } from 'node:fs';
import { Page } from '@fleet/application/shared/page';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { Flood, FloodRequest, percentile } from './support/flood';
import { ServerProcess, startServerProcess } from './support/server-process';
import { createTestDatabase, onSqlServer, TestDatabase } from './support/test-database';

const CONNECTIONS = 2_000;
/** What the flood may add to a process that has just worked: 2,000 connections, and 1,000 requests on the way. */
const MOST_MEMORY_MIB = 150;
/** The first requests open a server's connections, which would be taken for all that the process can do. */
const WARM_UP_SECONDS = onSqlServer ? 8 : 1;
const BACK_WITHIN_SECONDS = 5;
const USUAL_MS = 500;

describe('ten times what a process can do', () => {
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

  /** Mebibytes that the server holds in memory. */
  function memory(): number {
    const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1_024);
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
    const before = memory();

    let most = before;
    const watch = setInterval(() => (most = Math.max(most, memory())), 50);
    const flood = new Flood(server.client, CONNECTIONS);
    await flood.send(10 * capacity, 5, next);
    const aliveMs = await timed(async () => expect((await server.client.get('/health')).status).toBe(200));
    await flood.settled();
    flood.close();
    clearInterval(watch);

    const seconds: { p95: number; statuses: object }[] = [];
    do {
      const load = new Flood(server.client, 100);
      await load.send(capacity / 4, 1, next);
      await load.settled();
      load.close();
      expect(load.counts.wrong).toEqual([]);
      seconds.push({ p95: percentile(load.counts.rightMs, 0.95), statuses: load.counts.statuses });
    } while (seconds.at(-1)!.p95 > USUAL_MS && seconds.length < BACK_WITHIN_SECONDS);

    const { statuses, unsent, wrong, rightMs, refusedMs } = flood.counts;
    console.log('10 × capacity', {
      capacity: Math.round(capacity),
      calmP95: percentile(calm.counts.rightMs, 0.95),
      statuses,
      unsent,
      memory: { before, most, after: memory() },
      rightP50P95: [percentile(rightMs, 0.5), percentile(rightMs, 0.95)],
      refusedP50P95: [percentile(refusedMs, 0.5), percentile(refusedMs, 0.95)],
      aliveMs,
      after: seconds,
    });
    expect(wrong).toEqual([]);
    expect(refusedMs.length).toBeGreaterThan(0);
    expect(rightMs.length).toBeGreaterThan(0);
    expect(most - before).toBeLessThan(MOST_MEMORY_MIB);
    expect(seconds.at(-1)!.p95).toBeLessThan(USUAL_MS);
    // What was promised is there, and what was refused was not done.
    expect(await registered()).toEqual(acknowledged);
  });

  async function timed(work: () => Promise<void>): Promise<number> {
    const start = performance.now();
    await work();
    return Math.round(performance.now() - start);
  }
});
