import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { DriverView } from '@fleet/application/drivers/driver.view';
import { RouteView } from '@fleet/application/routes/route.view';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { Answer, Client } from './client';
import { Fleet } from './fleet';
import { ServerGroup } from './server-group';

const CUSTOMER = { name: 'Rui Alves', phone: '1133334444', address: 'Rua Um, 1' };
const ROUTES = 5;

export interface Asked {
  readonly path: string;
  readonly body: object;
}

/** Whom all want, by number; who is not named is another one for each. */
interface Wanted {
  readonly vehicle?: number;
  readonly driver?: number;
}

/** Where others keep a small machine busy, a process may turn everybody away at its door: who comes again is let in. */
async function atTheDoor(client: Client, { path, body }: Asked): Promise<Answer<DeliveryView>> {
  for (;;) {
    const answer = await client.post<DeliveryView & { detail?: string }>(path, body);
    if (answer.status !== 503 || !answer.body.detail?.startsWith('The service is overloaded')) return answer;
  }
}

/** Deliveries whose slots overlap, all of them, and as many vehicles and drivers. */
export class AssignmentRace {
  private constructor(
    private readonly group: ServerGroup,
    private readonly routes: RouteView[],
    private readonly vehicles: VehicleView[],
    private readonly drivers: DriverView[],
    private readonly deliveries: DeliveryView[],
  ) {}

  static async prepare(group: ServerGroup, count: number): Promise<AssignmentRace> {
    // Each a minute after the one before: no two slots are the same, and half past eight is in all of them.
    const routes = await group.make(ROUTES, (client, index) =>
      new Fleet(client).activeRoute({ scheduledStart: `2026-03-02T08:0${index}:00Z` }),
    );
    const vehicles = await group.make(count, (client, index) => new Fleet(client).vehicle({ plate: `R-${index}` }));
    const drivers = await group.make(count, (client, index) =>
      new Fleet(client).driver({ licenseNumber: `R-${index}` }),
    );
    const race = new AssignmentRace(group, routes, vehicles, drivers, []);
    const created = await group.make(count, (client, index) =>
      client.post<DeliveryView>('/api/deliveries', race.creation(index, {})),
    );
    race.deliveries.push(...created.map(({ body }) => body));
    return race;
  }

  /** Of every delivery. */
  assignments(wanted: Wanted): Asked[] {
    return this.deliveries.map(({ id }, index) => ({
      path: `/api/deliveries/${id}/assign`,
      body: this.crew(index, wanted),
    }));
  }

  /** As many new deliveries. */
  creations(wanted: Wanted): Asked[] {
    return this.deliveries.map((_, index) => ({
      path: '/api/deliveries',
      body: this.creation(index, this.crew(index, wanted)),
    }));
  }

  /** Sends all of them at once, spread over the processes. */
  run(requests: Asked[]): Promise<Answer<DeliveryView>[]> {
    return Promise.all(requests.map((request, index) => atTheDoor(this.group.client(index), request)));
  }

  /** Its vehicle and its driver are free again, and it can be assigned anew. */
  async free(id: string): Promise<void> {
    const client = this.group.client(0);
    await client.post(`/api/deliveries/${id}/status`, { status: 'Failed', reason: 'Other' });
    await client.post(`/api/deliveries/${id}/retry`);
  }

  private creation(index: number, crew: object): object {
    return { routeId: this.routes[index % ROUTES]!.id, customer: CUSTOMER, ...crew };
  }

  private crew(index: number, { vehicle = index, driver = index }: Wanted): { vehicleId: string; driverId: string } {
    return { vehicleId: this.vehicles[vehicle]!.id, driverId: this.drivers[driver]!.id };
  }
}
