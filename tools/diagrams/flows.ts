import { DELIVERY_STATUSES, DELIVERY_STEPS, DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { Route } from '@fleet/domain/routes/route';
import { ROUTE_STATUSES, RouteStatus } from '@fleet/domain/routes/route-status';
import { Step } from './state-diagram';

/** What is said of a step of a delivery that has something to it; the steps themselves are the code's. */
const DELIVERY_NOTES: Readonly<Partial<Record<`${DeliveryStatus} ${DeliveryStatus}`, string>>> = {
  'PickedUp InTransit': 'crew assigned, a trip starts',
  'InTransit OutForDelivery': 'every checkpoint reached',
  'OutForDelivery Delivered': 'proof captured',
  'Failed PickedUp': 'another attempt',
};

export function deliverySteps(): Step[] {
  const steps = DELIVERY_STATUSES.flatMap((from) =>
    DELIVERY_STEPS[from].map((to) => ({ from, to, by: DELIVERY_NOTES[`${from} ${to}`] })),
  );
  const last = DELIVERY_STATUSES.filter((status) => DELIVERY_STEPS[status].length === 0);
  return [{ from: null, to: 'PickedUp' }, ...steps, ...last.map((from) => ({ from, to: null }))].map(
    ({ by, ...step }: Step) => (by ? { ...step, by } : step),
  );
}

const NOW = new Date('2026-01-05T08:00:00.000Z');
const ROUTE_ACTIONS: Readonly<Record<string, (route: Route) => void>> = {
  activate: (route) => route.activate(NOW),
  complete: (route) => route.complete(false, NOW),
  cancel: (route) => route.cancel(false, NOW),
};

/** A route has no table of its steps, so each action is tried in each status: what it lets pass is a step. */
export function routeSteps(): Step[] {
  const steps = ROUTE_STATUSES.flatMap((from) =>
    Object.entries(ROUTE_ACTIONS).flatMap(([by, act]) => {
      const to = after(from, act);
      return to === null ? [] : [{ from, to, by }];
    }),
  );
  const last = ROUTE_STATUSES.filter((status) => !steps.some(({ from }) => from === status));
  return [{ from: null, to: 'Planning' }, ...steps, ...last.map((from) => ({ from, to: null }))];
}

/** @returns null when it is refused */
function after(status: RouteStatus, act: (route: Route) => void): RouteStatus | null {
  const route = routeThatIs(status);
  try {
    act(route);
    return route.snapshot().status;
  } catch {
    return null;
  }
}

function routeThatIs(status: RouteStatus): Route {
  const details = { name: 'A', origin: 'B', destination: 'C', scheduledStart: NOW };
  const checkpoint = { location: 'D', expectedAt: new Date(NOW.getTime() + 1) };
  const route = Route.plan('route', details, [checkpoint], NOW);
  if (status === 'Active' || status === 'Completed') route.activate(NOW);
  if (status === 'Completed') route.complete(false, NOW);
  if (status === 'Cancelled') route.cancel(false, NOW);
  return route;
}
