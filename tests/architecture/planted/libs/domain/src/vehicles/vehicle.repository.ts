export abstract class VehicleRepository {
  abstract find(id: string): Promise<object | null>;
}
