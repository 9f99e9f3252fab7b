import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { RouteView } from '@fleet/application/routes/route.view';
import { Answer, Client } from './client';
import { Fleet } from './fleet';

export const CUSTOMER = { name: 'Padaria Alves', phone: '+55 (11) 3333-4444', address: 'Rua Um, 1' };

export interface Pair {
  readonly vehicleId: string;
  readonly driverId: string;
}

/** Plans deliveries and moves them, over HTTP, as a dispatcher does. */
export class Dispatch {
  readonly fleet: Fleet;

  constructor(private readonly client: Client) {
    this.fleet = new Fleet(client);
  }

  async crew(): Promise<Pair> {
    return { vehicleId: (await this.fleet.vehicle()).id, driverId: (await this.fleet.driver()).id };
  }

  /** Active, with checkpoints at these times of one day; it starts an hour before the first one. */
  route(hours: readonly number[] = [9, 10], day = '2026-03-02'): Promise<RouteView> {
    const at = (hour: number) => new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000).toISOString();
    const checkpoints = hours.map((hour) => ({ location: `At ${hour}`, expectedAt: at(hour) }));
    return this.fleet.activeRoute({ scheduledStart: at(hours[0]! - 1), checkpoints });
  }

  /** On a route of its own unless the fields name one. */
  async create(fields: object = {}, headers = {}): Promise<Answer<DeliveryView>> {
    const routeId = 'routeId' in fields ? fields.routeId : (await this.route()).id;
    return this.client.post<DeliveryView>('/api/deliveries', { customer: CUSTOMER, ...fields, routeId }, headers);
  }

  async delivery(fields: object = {}): Promise<DeliveryView> {
    return ok(await this.create(fields), 201);
  }

  /** With a vehicle and a driver of its own. */
  async assigned(fields: object = {}): Promise<DeliveryView> {
    return this.delivery({ ...(await this.crew()), ...fields });
  }

  post(id: string, what: string, body: object = {}, headers = {}): Promise<Answer<DeliveryView>> {
    return this.client.post<DeliveryView>(`/api/deliveries/${id}/${what}`, body, headers);
  }

  step(id: string, status: string, fields: object = {}): Promise<Answer<DeliveryView>> {
    return this.post(id, 'status', { status, ...fields });
  }

  async get(id: string): Promise<DeliveryView> {
    return (await this.client.get<DeliveryView>(`/api/deliveries/${id}`)).body;
  }

  async onRoad(fields: object = {}): Promise<DeliveryView> {
    return ok(await this.step((await this.assigned(fields)).id, 'InTransit'));
  }

  async outForDelivery(fields: object = {}): Promise<DeliveryView> {
    const { id, routeId } = await this.onRoad(fields);
    const { body } = await this.client.get<RouteView>(`/api/routes/${routeId}`);
    for (const { sequence } of body.checkpoints) ok(await this.post(id, 'checkpoints', { sequence }));
    return ok(await this.step(id, 'OutForDelivery'));
  }

  async delivered(fields: object = {}): Promise<DeliveryView> {
    const { id } = await this.outForDelivery(fields);
    ok(await this.post(id, 'proof', { receivedBy: 'Paula Andrade' }));
    return ok(await this.step(id, 'Delivered', { distance: 12 }));
  }

  /** The shortest way into a status. */
  async in(status: string): Promise<DeliveryView> {
    if (status === 'InTransit') return this.onRoad();
    if (status === 'OutForDelivery') return this.outForDelivery();
    if (status === 'Delivered') return this.delivered();
    const delivery = await this.assigned();
    return status === 'PickedUp' ? delivery : ok(await this.step(delivery.id, status, { reason: 'Other' }));
  }
}

function ok<Body>({ status, body, text }: Answer<Body>, expected = 200): Body {
  if (status !== expected) throw new Error(`It was answered with ${status}: ${text}`);
  return body;
}
