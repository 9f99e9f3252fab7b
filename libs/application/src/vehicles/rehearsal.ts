import { Vehicle } from '@fleet/domain/vehicles/vehicle';

/**
 * What a dry run remembers of the vehicles that a real run would have written, so that later rows of the file meet
 * them. As a million of them must fit into memory, they are kept in columns, and each model's name once.
 */
export class Rehearsal {
  private readonly places = new Map<string, number>();
  private readonly modelNames = new Map<string, string>();
  private readonly models: string[] = [];
  private readonly years: number[] = [];
  private readonly mileages: number[] = [];
  private readonly lastMaintenances: number[] = [];

  keep(vehicles: readonly Vehicle[]): void {
    for (const vehicle of vehicles) {
      const { plate, model, year, mileage, lastMaintenanceDate } = vehicle.snapshot();
      const place = this.places.get(plate) ?? this.places.size;
      this.places.set(plate, place);
      this.models[place] = this.once(model);
      this.years[place] = year;
      this.mileages[place] = mileage;
      this.lastMaintenances[place] = lastMaintenanceDate.getTime();
    }
  }

  /** Those of the vehicles with these plates that a real run would find. @param stored those that are in the fleet */
  find(plates: readonly string[], stored: readonly Vehicle[]): Vehicle[] {
    const remembered = plates.filter((plate) => this.places.has(plate)).map((plate) => this.restore(plate));
    return [...stored.filter((vehicle) => !this.places.has(vehicle.snapshot().plate)), ...remembered];
  }

  private restore(plate: string): Vehicle {
    const place = this.places.get(plate)!;
    const lastMaintenanceDate = new Date(this.lastMaintenances[place]!);
    return Vehicle.restore({
      plate,
      model: this.models[place]!,
      year: this.years[place]!,
      mileage: this.mileages[place]!,
      lastMaintenanceDate,
      // An import neither reads nor keeps what follows.
      id: plate,
      status: 'Available',
      version: 1,
      nextMaintenanceDate: lastMaintenanceDate,
      createdAt: lastMaintenanceDate,
      updatedAt: lastMaintenanceDate,
    });
  }

  private once(model: string): string {
    const known = this.modelNames.get(model);
    if (known !== undefined) return known;
    // A piece of a larger text keeps all of it in memory; joined anew it is a text of its own.
    const copy = [...model].join('');
    this.modelNames.set(copy, copy);
    return copy;
  }
}
