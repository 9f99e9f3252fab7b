import { Vehicle } from '@fleet/domain/vehicles/vehicle';
import { PlateIndex } from './plate-index';

/** What is kept of a vehicle: the number of its model's name, year, mileage, last maintenance. */
const COLUMNS = 4;
const VEHICLES_A_BLOCK = 16_384;

/**
 * What a dry run remembers of the vehicles that a real run would have written, so that later rows of the file meet
 * them. A million of them must fit into memory: they are kept as numbers, and each model's name once.
 */
export class Rehearsal {
  private readonly plates = new PlateIndex();
  private readonly blocks: Float64Array[] = [];
  private readonly models: string[] = [];
  private readonly modelNumbers = new Map<string, number>();

  keep(vehicles: readonly Vehicle[]): void {
    for (const vehicle of vehicles) {
      const { plate, model, year, mileage, lastMaintenanceDate } = vehicle.snapshot();
      this.rowOf(this.plates.add(plate)).set([this.modelNumber(model), year, mileage, lastMaintenanceDate.getTime()]);
    }
  }

  /** The vehicles with these plates as a real run would find them. @param stored those that are in the fleet */
  find(plates: readonly string[], stored: readonly Vehicle[]): Vehicle[] {
    const others = stored.filter((vehicle) => this.plates.find(vehicle.snapshot().plate) === undefined);
    const remembered = plates.flatMap((plate) => {
      const place = this.plates.find(plate);
      return place === undefined ? [] : [this.restore(plate, place)];
    });
    return [...others, ...remembered];
  }

  private restore(plate: string, place: number): Vehicle {
    const [model, year, mileage, lastMaintenance] = this.rowOf(place) as unknown as [number, number, number, number];
    const date = new Date(lastMaintenance);
    const known = { plate, model: this.models[model]!, year, mileage, lastMaintenanceDate: date };
    // No row of an import depends on the rest.
    const rest = { id: plate, version: 1, status: 'Available', nextMaintenanceDate: date } as const;
    return Vehicle.restore({ ...known, ...rest, createdAt: date, updatedAt: date });
  }

  private rowOf(place: number): Float64Array {
    const block = Math.floor(place / VEHICLES_A_BLOCK);
    const values = (this.blocks[block] ??= new Float64Array(VEHICLES_A_BLOCK * COLUMNS));
    const begin = (place % VEHICLES_A_BLOCK) * COLUMNS;
    return values.subarray(begin, begin + COLUMNS);
  }

  private modelNumber(model: string): number {
    const known = this.modelNumbers.get(model);
    if (known !== undefined) return known;
    // A piece of a larger text keeps all of it in memory; put together anew it is a text of its own.
    const name = [...model].join('');
    this.modelNumbers.set(name, this.models.length);
    return this.models.push(name) - 1;
  }
}
