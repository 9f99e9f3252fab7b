import { DriverView } from '@fleet/application/drivers/driver.view';
import { RouteView } from '@fleet/application/routes/route.view';
import { TripView } from '@fleet/application/trips/trip.view';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { Client } from './client';

/** Puts into the fleet, over HTTP, what a test starts from. */
export class Fleet {
  private count = 0;

  constructor(private readonly client: Client) {}

  vehicle(fields: object = {}): Promise<VehicleView> {
    const plate = `V-${++this.count}`;
    return this.create<VehicleView>('/api/vehicles', { plate, model: 'Fiat Strada', year: 2022, ...fields });
  }

  driver(fields: object = {}): Promise<DriverView> {
    const licenseNumber = `L-${++this.count}`;
    return this.create<DriverView>('/api/drivers', {
      name: 'Ana Souza',
      licenseNumber,
      phone: '1198765432',
      ...fields,
    });
  }

  /** A running trip, of a new vehicle and a new driver where none are given. */
  async trip(fields: { vehicleId?: string; driverId?: string; route?: string } = {}): Promise<TripView> {
    const vehicleId = fields.vehicleId ?? (await this.vehicle()).id;
    const driverId = fields.driverId ?? (await this.driver()).id;
    return this.create<TripView>('/api/trips/start', { route: 'Centro - Aeroporto', ...fields, vehicleId, driverId });
  }

  async endedTrip(fields: { vehicleId?: string; driverId?: string; distance?: number } = {}): Promise<TripView> {
    const { distance = 42, ...rest } = fields;
    const { id } = await this.trip(rest);
    return (await this.client.post<TripView>(`/api/trips/end/${id}`, { distance })).body;
  }

  /** In planning, from 8 o'clock on, with a checkpoint at 9 and one at 10. */
  route(fields: object = {}): Promise<RouteView> {
    const checkpoints = ['09', '10'].map((hour) => ({
      location: `At ${hour}`,
      expectedAt: `2026-03-02T${hour}:00:00Z`,
    }));
    const plan = { origin: 'Norte', destination: 'Sul', scheduledStart: '2026-03-02T08:00:00Z', checkpoints };
    return this.create<RouteView>('/api/routes', { name: 'Manhã', ...plan, ...fields });
  }

  async activeRoute(fields: object = {}): Promise<RouteView> {
    const { id } = await this.route(fields);
    return (await this.client.post<RouteView>(`/api/routes/${id}/activate`)).body;
  }

  async getVehicle(id: string): Promise<VehicleView> {
    return (await this.client.get<VehicleView>(`/api/vehicles/${id}`)).body;
  }

  async getDriver(id: string): Promise<DriverView> {
    return (await this.client.get<DriverView>(`/api/drivers/${id}`)).body;
  }

  private async create<View>(path: string, fields: object): Promise<View> {
    const { status, body, text } = await this.client.post<View>(path, fields);
    if (status !== 201) throw new Error(`POST ${path} answered ${status}: ${text}`);
    return body;
  }
}
