import { FleetFiles } from '@fleet/bench/database/fleet-files';
import { fleetVehicle } from '@fleet/bench/database/fleet-data';
import { measure } from '@fleet/bench/load/measure';
import { Load, reads } from '@fleet/bench/load/load';
import { median } from '@fleet/bench/load/median';
import { processorSeconds, residentMemory } from '@fleet/bench/process/usage';
import { askHeads } from './ask-heads';
import { startWorkersServer, WorkersServer } from './workers-server';

/** Enough that two processes have something to do at every moment. */
const CONNECTIONS = 64;
const WARM_UP_SECONDS = 2;
const ROUND_SECONDS = 2;
const ROUNDS = 5;

const LIST = '/api/vehicles?limit=200';
const VEHICLE_PATHS = Array.from({ length: 100 }, (_, turn) => `/api/vehicles/${fleetVehicle(turn * 7).id}`);

/** What one round has shown. */
export interface WorkersSample {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p99: number;
  /** Of all the server's processes, for each request, in microseconds. */
  readonly processor: number;
  /** How many cores they had, of those that there are. */
  readonly cores: number;
}

export interface WorkersResult {
  readonly mixture: string;
  /** The same rounds for one process and for two. */
  readonly alone: readonly WorkersSample[];
  readonly together: readonly WorkersSample[];
}

/** Processes and memory of a server at rest, in MiB. */
export interface Rest {
  readonly workers: number;
  readonly mebibytes: number;
}

interface Mixture {
  readonly name: string;
  send(group: WorkersServer, seconds: number): Promise<Pick<WorkersSample, 'requestsPerSecond' | 'p99'>>;
}

const whole =
  (load: () => Load): Mixture['send'] =>
  ({ url, pids, headers }, seconds) =>
    measure({ url, pid: pids[0]!, headers }, { ...load(), connections: CONNECTIONS }, seconds);

const MIXTURES: readonly Mixture[] = [
  {
    name: 'lists of 200 vehicles, their heads alone',
    send: ({ url, headers }, seconds) => askHeads(url, LIST, headers, CONNECTIONS, seconds),
  },
  { name: 'lists of 200 vehicles', send: whole(() => reads(() => [LIST])) },
  { name: 'one vehicle', send: whole(() => reads(() => VEHICLE_PATHS)) },
  { name: '70 % one vehicle, 20 % available, 10 % changes', send: whole(mixture) },
];

/** Measures one process and two in short rounds that lie next to each other in time. */
export async function measureWorkers(files: FleetFiles): Promise<WorkersResult[]> {
  const groups: WorkersServer[] = [];
  try {
    for (const workers of [1, 2]) groups.push(await startWorkersServer(files, workers));
    const results: WorkersResult[] = [];
    for (const { name, send } of MIXTURES) {
      const samples: [WorkersSample[], WorkersSample[]] = [[], []];
      for (const group of groups) await send(group, WARM_UP_SECONDS);
      for (let round = 0; round < ROUNDS; round++) {
        for (const index of round % 2 ? ([1, 0] as const) : ([0, 1] as const)) {
          samples[index].push(await measureRound(groups[index]!, send));
        }
      }
      results.push({ mixture: name, alone: samples[0], together: samples[1] });
    }
    return results;
  } finally {
    await Promise.all(groups.map((group) => group.stop()));
  }
}

/** How much more two give: the median of what neighbouring rounds say. */
export function gain(of: (sample: WorkersSample) => number, { alone, together }: WorkersResult): number {
  return median(together.map((sample, round) => of(sample) / of(alone[round]!)));
}

export async function measureRest(files: FleetFiles, counts: readonly number[]): Promise<Rest[]> {
  const rests: Rest[] = [];
  for (const workers of counts) {
    const group = await startWorkersServer(files, workers);
    rests.push({ workers, mebibytes: group.pids.reduce((sum, pid) => sum + residentMemory(pid), 0) });
    await group.stop();
  }
  return rests;
}

async function measureRound(group: WorkersServer, send: Mixture['send']): Promise<WorkersSample> {
  const used = () => group.pids.reduce((sum, pid) => sum + processorSeconds(pid), 0);
  const [before, began] = [used(), performance.now()];
  const { requestsPerSecond, p99 } = await send(group, ROUND_SECONDS);
  const cores = (used() - before) / ((performance.now() - began) / 1_000);
  return { requestsPerSecond, p99, cores, processor: (cores / requestsPerSecond) * 1e6 };
}

function mixture(): Load {
  const requests = Array.from({ length: 100 }, (_, turn) => {
    const path = VEHICLE_PATHS[turn]!;
    if (turn % 10 < 7) return { method: 'GET', path } as const;
    if (turn % 10 < 9) return { method: 'GET', path: '/api/vehicles/available' } as const;
    const body = JSON.stringify({ model: 'Fiat Uno', year: 2000 + (turn % 20), mileage: 9_000_000 });
    return { method: 'PUT', path, body, headers: { 'content-type': 'application/json' } } as const;
  });
  return { requests };
}
