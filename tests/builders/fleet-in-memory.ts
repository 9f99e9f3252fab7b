import { Vehicle, VehicleSnapshot } from '@fleet/domain/vehicles/vehicle';
import { PlateTakenError } from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';

/** Vehicles in memory by their plates, each loaded anew as from a database. None of them has trips or deliveries. */
export class FleetInMemory extends VehicleRepository {
  snapshots = new Map<string, VehicleSnapshot>();
  /** What others do between a look and the write that follows. */
  beforeWriting: () => void = () => undefined;

  constructor(...vehicles: Vehicle[]) {
    super();
    vehicles.forEach((vehicle) => this.put(vehicle));
  }

  /** @throws Error when there is none */
  get(plate: string): VehicleSnapshot {
    const snapshot = this.snapshots.get(plate);
    if (!snapshot) throw new Error(`There is no vehicle ${plate}.`);
    return snapshot;
  }

  put(vehicle: Vehicle): void {
    this.snapshots.set(vehicle.snapshot().plate, vehicle.snapshot());
  }

  async find(id: string): Promise<Vehicle | null> {
    const snapshot = [...this.snapshots.values()].find((vehicle) => vehicle.id === id);
    return snapshot ? Vehicle.restore(snapshot) : null;
  }

  async findByPlates(plates: readonly string[]): Promise<Vehicle[]> {
    return plates.flatMap((plate) => this.snapshots.get(plate) ?? []).map((snapshot) => Vehicle.restore(snapshot));
  }

  async lock(id: string): Promise<boolean> {
    return (await this.find(id)) !== null;
  }

  async hasDeliveries(): Promise<boolean> {
    return false;
  }

  async hasTrips(): Promise<boolean> {
    return false;
  }

  add(vehicle: Vehicle): Promise<void> {
    return this.addMany([vehicle]);
  }

  async addMany(vehicles: readonly Vehicle[]): Promise<void> {
    this.beforeWriting();
    if (vehicles.some((vehicle) => this.snapshots.has(vehicle.snapshot().plate))) throw new PlateTakenError();
    vehicles.forEach((vehicle) => this.put(vehicle));
  }

  async update(vehicle: Vehicle): Promise<void> {
    this.put(vehicle);
  }

  async remove(vehicle: Vehicle): Promise<void> {
    this.snapshots.delete(vehicle.snapshot().plate);
  }
}
