import { EXAMPLE_ROUTES } from '@fleet/api/http/openapi/example-routes';
import { EXAMPLE_DRIVERS } from '@fleet/api/http/openapi/examples';
import { Deed, PlannedDriver } from '@fleet/tools/demo/fleet/planned';
import { addMinutes } from '@fleet/tools/demo/fleet/working-calendar';
import { DeliveryWork, PlannedDelivery, PlannedRoute } from './planned-delivery';

type ExampleName = keyof typeof EXAMPLE_ROUTES;

const DAY_MS = 24 * 60 * 60 * 1000;
const EXAMPLE_DAY = new Date('2025-08-21T00:00:00.000Z').getTime();
const MINUTES_BEFORE = 3 * 60;

/** What the examples send has the dates that stand there, so these keep theirs. */
const AS_THEY_STAND: readonly ExampleName[] = ['toChange', 'toExtend', 'toReplan', 'toAdjust'];
/** They were yesterday's; the others are tomorrow's. */
const YESTERDAY: readonly ExampleName[] = ['completed', 'toComplete'];

/** The routes of the examples, and the delivery of the driver who signs in on the first one. */
export function planExampleRoutes(anchor: Date, drivers: readonly PlannedDriver[]): Deed<DeliveryWork>[] {
  const names = Object.keys(EXAMPLE_ROUTES) as ExampleName[];
  return names.flatMap((name, index) => {
    const route = exampleRoute(name, anchor);
    const planned = addMinutes(anchor, index - 2 * MINUTES_BEFORE - DAY_MS / 60_000);
    const deeds = [
      { at: planned, doneIn: (work: DeliveryWork) => work.planRoute(route) },
      ...courseOf(name, route, anchor),
    ];
    return name === 'active' ? [...deeds, delivery(route, anchor, drivers)] : deeds;
  });
}

function exampleRoute(name: ExampleName, anchor: Date): PlannedRoute {
  const { id, origin, destination, checkpoints, ...route } = EXAMPLE_ROUTES[name];
  const days = YESTERDAY.includes(name) ? -1 : 1;
  const shift = AS_THEY_STAND.includes(name) ? 0 : anchor.getTime() + days * DAY_MS - EXAMPLE_DAY;
  const moved = (instant: string) => new Date(new Date(instant).getTime() + shift);
  return {
    id,
    name: route.name,
    origin,
    destination,
    scheduledStart: moved(route.scheduledStart),
    checkpoints: checkpoints.map((one) => ({
      ...one,
      expectedAt: moved(one.expectedAt),
      earliest: one.earliest && moved(one.earliest),
      latest: one.latest && moved(one.latest),
    })),
  };
}

/** What leads to its status. */
function courseOf(name: ExampleName, route: PlannedRoute, anchor: Date): Deed<DeliveryWork>[] {
  const { status } = EXAMPLE_ROUTES[name];
  const before = addMinutes(anchor, -MINUTES_BEFORE);
  const begins = before < route.scheduledStart ? before : addMinutes(route.scheduledStart, -15);
  const activated: Deed<DeliveryWork> = { at: begins, doneIn: (work) => work.activateRoute(route) };
  const ends = addMinutes(begins, 200);
  if (status === 'Active') return [activated];
  if (status === 'Completed') return [activated, { at: ends, doneIn: (work) => work.completeRoute(route) }];
  return status === 'Cancelled' ? [{ at: begins, doneIn: (work) => work.cancelRoute(route) }] : [];
}

function delivery(route: PlannedRoute, anchor: Date, drivers: readonly PlannedDriver[]): Deed<DeliveryWork> {
  const hers: PlannedDelivery = {
    route,
    crew: { driver: drivers.find(({ id }) => id === EXAMPLE_DRIVERS.available.id) },
    customerName: 'Mercado Boa Vista',
    customerPhone: '+55 (19) 90000-0102',
    customerAddress: 'Av. Francisco Glicério, 1046',
    promisedBy: addMinutes(route.scheduledStart, 180),
    requirements: ['signature'],
  };
  return { at: addMinutes(anchor, 1 - MINUTES_BEFORE), doneIn: (work) => work.create(hers) };
}
