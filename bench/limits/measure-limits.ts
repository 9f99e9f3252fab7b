import { FleetFiles } from '@fleet/bench/database/fleet-files';
import { alternate } from '@fleet/bench/load/alternate';
import { medianRatio } from '@fleet/bench/load/median';
import { DRIVE_TRIPS } from '@fleet/bench/scenarios/drive-trips';
import { READS } from '@fleet/bench/scenarios/read-vehicles';
import { REGISTER_VEHICLE } from '@fleet/bench/scenarios/register-vehicles';
import { startLimits } from '@fleet/bench/servers';

/** By requests a second. */
export interface LimitResult {
  readonly name: string;
  /** How many times as many with 1,000 vehicles as with 1,000,000. */
  readonly floorsGrowth: number;
  readonly productsGrowth: number;
  /** Shares of the floor; bare Nest only reads. */
  readonly nest?: number | undefined;
  readonly product: number;
}

/** What the engine and the framework leave of the goals, whatever the product does. */
export async function measureLimits(files: FleetFiles, prefix: readonly string[]): Promise<LimitResult[]> {
  const { floor, largeFloor, product, largeProduct, nest } = await startLimits(files, prefix);
  const results: LimitResult[] = [];
  try {
    for (const scenario of [...READS, DRIVE_TRIPS, REGISTER_VEHICLE]) {
      console.log(`${scenario.name} …`);
      const asked = [floor, largeFloor, product, largeProduct, ...(READS.includes(scenario) ? [nest] : [])];
      const [onFloor = [], onLargeFloor = [], onProduct = [], onLarge = [], onNest] = await alternate(
        asked.map((server) => ({ ...server, nextLoad: scenario.load(server.vehicles) })),
      );
      results.push({
        name: scenario.name,
        floorsGrowth: medianRatio(onFloor, onLargeFloor),
        productsGrowth: medianRatio(onProduct, onLarge),
        nest: onNest && medianRatio(onNest, onFloor),
        product: medianRatio(onProduct, onFloor),
      });
    }
  } finally {
    await Promise.all([floor, largeFloor, product, largeProduct, nest].map((server) => server.stop()));
  }
  return results;
}
