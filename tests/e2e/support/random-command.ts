import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { DELIVERY_STATUSES } from '@fleet/domain/deliveries/delivery-status';
import { KnownFleet } from './known-fleet';
import { Random } from './random';

/** A request that changes something, or is refused. */
export interface Command {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object | undefined;
  /** A proof that comes as a form, with so many photos. */
  readonly photos?: number;
}

const CUSTOMER = { name: 'Rui Alves', phone: '1133334444', address: 'Rua Um, 1' };
const DAY_MS = 24 * 3_600_000;
const FIRST_DAY = Date.UTC(2026, 2, 2, 8);

/** How often each kind comes, beside the others. */
const WEIGHTS = {
  create: 14,
  assign: 14,
  leave: 8,
  goOn: 30,
  anyStatus: 6,
  incident: 5,
  resolve: 3,
  cancel: 2,
  fail: 3,
  retry: 3,
  change: 2,
  startTrip: 2,
  endTrip: 4,
  workshop: 1,
  maintain: 3,
  planRoute: 1,
  activateRoute: 1,
  endRoute: 1,
};

type Kind = keyof typeof WEIGHTS;

const post = (path: string, body?: object): Command => ({ method: 'POST', path, body });
const of = ({ id }: DeliveryView, what: string, body?: object) => post(`/api/deliveries/${id}/${what}`, body);

const KINDS: Record<Kind, (fleet: KnownFleet, random: Random) => Command | undefined> = {
  create: (fleet, random) => {
    const { id: routeId } = fleet.route(random, ({ status }) => status === 'Active');
    const crew = random.isIn(0.4) ? fleet.crew(random) : {};
    const requirements = random.isIn(0.3) ? ['photo'] : [];
    const [before] = random.isIn(0.1) ? [fleet.delivery(random)] : [];
    return post('/api/deliveries', {
      routeId,
      customer: CUSTOMER,
      requirements,
      ...crew,
      after: before ? [before.id] : [],
    });
  },
  assign: (fleet, random) => {
    const delivery = fleet.delivery(random, ({ status, driverId }) => status === 'PickedUp' && driverId === null);
    const { vehicleId, driverId } = fleet.crew(random);
    return (
      delivery && of(delivery, 'assign', random.pick([{ vehicleId, driverId }, { vehicleId, driverId }, { vehicleId }]))
    );
  },
  leave: (fleet, random) => {
    const delivery = fleet.delivery(random, ({ status, driverId }) => status === 'PickedUp' && driverId !== null);
    return delivery && of(delivery, 'status', { status: 'InTransit' });
  },
  goOn: (fleet, random) => {
    const delivery = fleet.delivery(random, ({ status }) => status === 'InTransit' || status === 'OutForDelivery');
    return delivery && nextStep(delivery, fleet, random);
  },
  anyStatus: (fleet, random) => {
    const delivery = fleet.delivery(random);
    const ending = { reason: 'Other', distance: random.below(100) };
    return delivery && of(delivery, 'status', { status: random.pick(DELIVERY_STATUSES), ...ending });
  },
  incident: (fleet, random) => {
    const delivery = fleet.delivery(random);
    const report = { type: random.pick(['Traffic', 'Weather', 'Other']), severity: 'Low', description: 'Late' };
    return delivery && of(delivery, 'incidents', report);
  },
  resolve: (fleet, random) => {
    const delivery = fleet.delivery(random, ({ incidents }) => incidents.some(({ resolvedAt }) => resolvedAt === null));
    const [incident] = delivery?.incidents ?? [];
    if (!delivery || !incident) return undefined;
    const resolution = { resolution: 'Waited' };
    if (random.isIn(0.5)) return of(delivery, `incidents/${incident.id}/resolve`, resolution);
    return post('/api/deliveries/incidents/resolve', { incidentIds: [incident.id], ...resolution });
  },
  cancel: (fleet, random) => {
    const delivery = fleet.delivery(random, ({ status }) => status === 'PickedUp' || status === 'InTransit');
    return delivery && of(delivery, 'cancel', { reason: 'CustomerRequest', distance: random.below(50) });
  },
  fail: (fleet, random) => {
    const delivery = fleet.delivery(random, ({ status }) => !isOver(status));
    const ending = { status: 'Failed', reason: 'CustomerAbsent', distance: random.below(50) };
    return delivery && of(delivery, 'status', ending);
  },
  retry: (fleet, random) => {
    const delivery = fleet.delivery(random, ({ status }) => status === 'Failed');
    return delivery && of(delivery, 'retry');
  },
  change: (fleet, random) => {
    const delivery = fleet.delivery(random, ({ status }) => status === 'PickedUp');
    const body = { customer: CUSTOMER, priority: random.pick(['Low', 'High']) };
    return delivery && { method: 'PUT', path: `/api/deliveries/${delivery.id}`, body };
  },
  startTrip: (fleet, random) => post('/api/trips/start', { ...fleet.crew(random), route: 'By hand' }),
  endTrip: (fleet, random) => {
    const trips = [...fleet.trips.values()].filter(({ endDate }) => endDate === null);
    const ofDeliveries = [...fleet.deliveries.values()].flatMap(({ tripId }) => tripId ?? []);
    const ids = trips.length > 0 && random.isIn(0.8) ? trips.map(({ id }) => id) : ofDeliveries;
    return ids.length > 0 ? post(`/api/trips/end/${random.pick(ids)}`, { distance: random.below(200) }) : undefined;
  },
  workshop: (fleet, random) => post('/api/maintenance/start', { vehicleId: random.pick(fleet.vehicles) }),
  maintain: (fleet, random) =>
    post('/api/maintenance', {
      vehicleId: random.pick(fleet.vehicles),
      date: '2026-01-05T08:00:00Z',
      description: 'Oil',
      cost: 10,
    }),
  planRoute: (_, random) => post('/api/routes', aRoute(random)),
  activateRoute: (fleet, random) =>
    post(`/api/routes/${fleet.route(random, ({ status }) => status === 'Planning').id}/activate`),
  endRoute: (fleet, random) => {
    const { id } = fleet.route(random, ({ status }) => status === 'Active');
    return post(`/api/routes/${id}/${random.pick(['complete', 'cancel'])}`);
  },
};

/** On one of a few days, so that many routes overlap and many do not. */
export function aRoute(random: Random): object {
  const start = FIRST_DAY + random.below(12) * DAY_MS + random.below(8) * 1_800_000;
  const checkpoints = Array.from({ length: 1 + random.below(2) }, (_, index) => ({
    location: `Stop ${index + 1}`,
    expectedAt: new Date(start + (index + 1) * 3_600_000).toISOString(),
  }));
  return {
    name: 'Round',
    origin: 'Depot',
    destination: 'Depot',
    scheduledStart: new Date(start).toISOString(),
    checkpoints,
  };
}

/** What a client asks for next; now and then something that cannot be. */
export function randomCommand(fleet: KnownFleet, random: Random): Command {
  for (;;) {
    const command = KINDS[random.weighted(WEIGHTS)](fleet, random);
    if (command) return command;
  }
}

function isOver(status: DeliveryView['status']): boolean {
  return ['Delivered', 'Failed', 'Cancelled'].includes(status);
}

function nextStep(delivery: DeliveryView, fleet: KnownFleet, random: Random): Command {
  if (delivery.status === 'OutForDelivery') {
    if (delivery.proof) return of(delivery, 'status', { status: 'Delivered', distance: random.below(300) });
    const photos = random.below(3);
    return { ...of(delivery, 'proof', { receivedBy: 'Paula Andrade', notes: 'At the counter' }), photos };
  }
  const stops = fleet.routes.get(delivery.routeId)?.checkpoints.length ?? 0;
  if (delivery.checkpoints.length < stops)
    return of(delivery, 'checkpoints', { sequence: delivery.checkpoints.length + 1 });
  return of(delivery, 'status', { status: 'OutForDelivery' });
}
