import { FleetFiles } from './database/fleet-files';
import { FLEET_KEYS } from './database/fleet-keys';
import { ServerCommand, ServerProcess, startServer } from './process/server-process';
import { ADMINISTRATOR, signIn } from './process/sign-in';

export const SMALL_FLEET = 1_000;
export const LARGE_FLEET = 1_000_000;

/** A running server and the database file that it alone writes to. */
export interface RunningServer extends ServerProcess {
  readonly databaseFile: string;
  readonly vehicles: number;
  /** What is sent with every request; the floor knows nobody. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The two that give the same answers. */
export interface SmallServers {
  readonly floor: RunningServer;
  readonly product: RunningServer;
}

export interface Servers extends SmallServers {
  /** The product without its access checks. */
  readonly open: RunningServer;
  readonly largeProduct: RunningServer;
}

export async function startSmallServers(files: FleetFiles, prefix: readonly string[]): Promise<SmallServers> {
  return {
    floor: await start(files, 'floor', SMALL_FLEET, (file) => floorCommand(files, file, prefix)),
    product: await startProduct(files, 'product', SMALL_FLEET, prefix),
  };
}

export async function startServers(files: FleetFiles, prefix: readonly string[]): Promise<Servers> {
  return {
    ...(await startSmallServers(files, prefix)),
    open: await start(files, 'open', SMALL_FLEET, (file) => {
      return { ...productCommand(files, file, prefix), program: 'bench/open/main.js' };
    }),
    largeProduct: await startProduct(files, 'large-product', LARGE_FLEET, prefix),
  };
}

/** Those that show what the engine and the framework take by themselves. */
export interface Limits extends SmallServers {
  readonly largeFloor: RunningServer;
  readonly largeProduct: RunningServer;
  /** The floor's reads behind Nest. */
  readonly nest: RunningServer;
}

export async function startLimits(files: FleetFiles, prefix: readonly string[]): Promise<Limits> {
  const onFloor = (file: string) => floorCommand(files, file, prefix);
  return {
    ...(await startSmallServers(files, prefix)),
    largeFloor: await start(files, 'large-floor', LARGE_FLEET, onFloor),
    largeProduct: await startProduct(files, 'large-product', LARGE_FLEET, prefix),
    nest: await start(files, 'nest', SMALL_FLEET, (file) => {
      return { ...onFloor(file), program: 'bench/nest/main.js' };
    }),
  };
}

/** The product as an operator runs it, with its request log going to a file. */
export function productCommand(files: FleetFiles, databaseFile: string, prefix: readonly string[]): ServerCommand {
  return {
    program: 'apps/api/src/main.js',
    environment: {
      DATABASE_URL: `file:${databaseFile}`,
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'json',
      WORKER: 'external',
      ...FLEET_KEYS,
      ADMIN_EMAIL: ADMINISTRATOR.email,
      ADMIN_PASSWORD: ADMINISTRATOR.password,
      // Requests are counted, as they are everywhere, and none is too much.
      RATE_LIMIT: '9999999/1s',
    },
    prefix,
    output: files.path('product.log'),
  };
}

export function floorCommand(files: FleetFiles, databaseFile: string, prefix: readonly string[]): ServerCommand {
  return {
    program: 'bench/floor/main.js',
    environment: { DATABASE_FILE: databaseFile },
    prefix,
    output: files.path('floor.log'),
  };
}

async function startProduct(
  files: FleetFiles,
  name: string,
  vehicles: number,
  prefix: readonly string[],
): Promise<RunningServer> {
  const server = await start(files, name, vehicles, (file) => productCommand(files, file, prefix));
  return { ...server, headers: await signIn(server.url) };
}

async function start(
  files: FleetFiles,
  name: string,
  vehicles: number,
  command: (file: string) => ServerCommand,
): Promise<RunningServer> {
  const databaseFile = await files.copy(vehicles, `${name}.db`);
  return { ...(await startServer(command(databaseFile))), databaseFile, vehicles, headers: {} };
}
