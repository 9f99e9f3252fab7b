import { setTimeout as sleep } from 'node:timers/promises';
import { FleetFiles } from './database/fleet-files';
import { median } from './load/median';
import { startServer } from './process/server-process';
import { residentMemory } from './process/usage';
import { productCommand } from './servers';

const STARTS = 3;
/** How long nothing happens before the memory is read. */
const REST_MS = 1_000;

/** How long the product takes from nothing to ready, and what it holds when nobody asks anything. */
export async function measureStart(files: FleetFiles): Promise<{ seconds: number; mebibytes: number }> {
  const starts: { seconds: number; mebibytes: number }[] = [];
  for (let start = 0; start < STARTS; start++) {
    const server = await startServer(productCommand(files, files.path(`new-${start}.db`), []));
    await sleep(REST_MS);
    starts.push({ seconds: server.startMs / 1000, mebibytes: residentMemory(server.pid) });
    await server.stop();
  }
  return {
    seconds: median(starts.map(({ seconds }) => seconds)),
    mebibytes: median(starts.map(({ mebibytes }) => mebibytes)),
  };
}
