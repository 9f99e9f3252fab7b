import { FleetPlan } from '@fleet/tools/demo/fleet/plan-fleet';
import { HistoryDeed } from '@fleet/tools/demo/fleet/history-deed';
import { Deed } from '@fleet/tools/demo/fleet/planned';
import { Random } from '@fleet/tools/demo/fleet/random';
import { addMinutes, WorkingCalendar } from '@fleet/tools/demo/fleet/working-calendar';
import { Couriers } from './couriers';
import { planCustomers } from './customers';
import { courseOf, staysOpen } from './delivery-course';
import { planExampleDeliveries } from './example-deliveries';
import { planExampleRoutes } from './example-routes';
import { coursesOn, Orders } from './plan-courses';
import { DeliveryWork, PlannedDelivery } from './planned-delivery';
import { planSchedules } from './plan-schedules';
import { RouteDay, routeDays } from './route-days';
import { endOf, routeThroughTown } from './route-plan';

/** Minutes before the start of a route. */
const PLANNED = 16 * 60;
const ACTIVATED = 40;
/** Minutes after the scheduled end within which everybody is back. */
const BACK = 90;

/**
 * The last weeks of a courier's deliveries, and today's, which are on the road now. Everything is planned to its end, and
 * what lies behind `now` has not happened yet.
 */
export function planDeliveries(
  { vehicles, drivers, works }: FleetPlan,
  calendar: WorkingCalendar,
  now: Date,
): HistoryDeed[] {
  const random = new Random('deliveries');
  const couriers = new Couriers(
    random,
    vehicles.filter(({ role, id }) => role === 'deliveries' && !id),
    drivers.filter(({ role, id }) => role === 'deliveries' && !id),
    works,
  );
  const orders: Orders = { random, customers: planCustomers(random), count: 0 };
  let before: PlannedDelivery | undefined;
  const deeds = routeDays(calendar, now).flatMap((day) => {
    const { first, deeds } = planRoute(day, couriers, orders, day.part === 'afternoon' ? before : undefined);
    before = first;
    return deeds;
  });
  return [
    ...deeds,
    ...planExampleRoutes(calendar.anchor, drivers),
    ...planExampleDeliveries(now, vehicles, drivers),
    ...planSchedules(now),
  ]
    .filter(({ at }) => at <= now)
    .map(({ at, doneIn }) => ({ at, doneIn: (_, work) => doneIn(work) }));
}

/** A route from its plan to its end. @param before what its first delivery waits for: the pick-up of a drop-off */
function planRoute(
  day: RouteDay,
  couriers: Couriers,
  orders: Orders,
  before: PlannedDelivery | undefined,
): { first: PlannedDelivery | undefined; deeds: Deed<DeliveryWork>[] } {
  const { random } = orders;
  const route = routeThroughTown(random, day.start, day.part);
  const activated = addMinutes(day.start, -ACTIVATED);
  const planned = { at: addMinutes(day.start, -PLANNED), doneIn: (work: DeliveryWork) => work.planRoute(route) };
  if (day.isCancelled) {
    return { first: undefined, deeds: [planned, { at: activated, doneIn: (work) => work.cancelRoute(route) }] };
  }
  const crews = couriers.take(day.deliveries, activated, addMinutes(endOf(route), BACK));
  const courses = coursesOn(orders, route, activated, crews, { before, isNow: day.isNow ?? false });
  const happened = courses.flatMap((course) => courseOf(random, course));
  const last = happened.reduce((latest, { at }) => (at > latest ? at : latest), endOf(route));
  const isOver = !courses.some(staysOpen);
  const completed = { at: addMinutes(last, 6), doneIn: (work: DeliveryWork) => work.completeRoute(route) };
  return {
    first: courses[0]?.delivery,
    deeds: [
      planned,
      { at: activated, doneIn: (work) => work.activateRoute(route) },
      ...happened,
      ...(isOver ? [completed] : []),
    ],
  };
}
