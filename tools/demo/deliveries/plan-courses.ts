import { Random } from '@fleet/tools/demo/fleet/random';
import { addMinutes } from '@fleet/tools/demo/fleet/working-calendar';
import { Customer } from './customers';
import { Course, Fate } from './delivery-course';
import { PlannedCrew, PlannedDelivery, PlannedRoute } from './planned-delivery';
import { requirementsOf } from './planned-proof';
import { endOf } from './route-plan';

/** What comes in: from whom, and how many until now. */
export interface Orders {
  readonly random: Random;
  readonly customers: readonly Customer[];
  count: number;
}

interface Links {
  /** What the first one waits for. */
  readonly before: PlannedDelivery | undefined;
  /** The last one waits for the first one, and has nobody yet. */
  readonly isNow: boolean;
}

const FIRST_REFERENCE = 30_001;
const REFERENCED = 0.7;
const ASSIGNED_AT_ONCE = 0.6;
/** So many, on each route of now, have arrived and are not delivered yet. */
const AT_THE_DOOR = 2;

/** The deliveries of a route: each has a crew of its own, because each holds its crew for the whole route. */
export function coursesOn(
  orders: Orders,
  route: PlannedRoute,
  activated: Date,
  crews: readonly Required<PlannedCrew>[],
  { before, isNow }: Links,
): Course[] {
  const { random } = orders;
  const courses: Course[] = [];
  for (const [index, crew] of crews.entries()) {
    const isFirst = index === 0;
    const isLast = isNow && index === crews.length - 1;
    const after = isFirst && before ? [before] : isLast && courses[0] ? [courses[0].delivery] : [];
    const isAtTheDoor = isNow && index <= AT_THE_DOOR;
    const fate = isLast ? 'waiting' : isFirst ? 'delivered' : isAtTheDoor ? 'at the door' : fateOf(random);
    const isAssigned = fate !== 'waiting' && random.chance(ASSIGNED_AT_ONCE);
    const delivery = { ...order(orders, route), crew: isAssigned ? crew : undefined, after };
    const created = addMinutes(activated, 2 + index + random.next());
    courses.push({ delivery, crew, fate, created, delay: delayOf(random) });
  }
  return courses;
}

function order(orders: Orders, route: PlannedRoute): PlannedDelivery {
  const { random, customers } = orders;
  const number = FIRST_REFERENCE + orders.count++;
  return {
    route,
    ...random.pick(customers),
    reference: random.chance(REFERENCED) ? `NF-${number}` : null,
    priority: random.pick(['Low', 'Normal', 'Normal', 'Normal', 'High', 'Urgent'] as const),
    promisedBy: addMinutes(endOf(route), random.between(20, 50)),
    requirements: requirementsOf(random),
  };
}

function fateOf(random: Random): Fate {
  const number = random.next();
  if (number < 0.05) return 'failed';
  if (number < 0.1) return 'failed and tried again';
  return number < 0.16 ? 'cancelled' : 'delivered';
}

/** Most are on time, some are late, and a few are so late that the customer calls. */
function delayOf(random: Random): number {
  const number = random.next();
  if (number < 0.7) return random.between(-6, 8);
  return number < 0.9 ? random.between(10, 25) : random.between(28, 55);
}
