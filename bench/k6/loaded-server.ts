import { FleetFiles } from '@fleet/bench/database/fleet-files';
import { ServerProcess, startServer } from '@fleet/bench/process/server-process';
import { floorCommand, productCommand } from '@fleet/bench/servers';

export const VEHICLES = 10_000;

/** The built product with a fleet of its own; its log is in the folder of the files. */
export async function startLoadedServer(
  files: FleetFiles,
  workers: number,
  prefix: readonly string[],
): Promise<ServerProcess> {
  const command = productCommand(files, await files.copy(VEHICLES, 'load.db'), prefix);
  return startServer({ ...command, environment: { ...command.environment, WORKERS: String(workers) } });
}

/** The bare server that is asked beside it, where the load comes from. */
export async function startFloor(files: FleetFiles): Promise<ServerProcess> {
  return startServer(floorCommand(files, await files.copy(VEHICLES, 'floor.db'), []));
}
