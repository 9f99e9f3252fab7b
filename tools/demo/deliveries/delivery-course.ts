import { Deed } from '@fleet/tools/demo/fleet/planned';
import { Random } from '@fleet/tools/demo/fleet/random';
import { addMinutes } from '@fleet/tools/demo/fleet/working-calendar';
import { DeliveryWork, PlannedCrew, PlannedDelivery } from './planned-delivery';
import { plannedIncident } from './planned-incident';
import { proofOf } from './planned-proof';

/** How a delivery goes, chosen before it begins. */
export type Fate = 'delivered' | 'at the door' | 'failed' | 'failed and tried again' | 'cancelled' | 'waiting';

export interface Course {
  readonly delivery: PlannedDelivery;
  readonly crew: Required<PlannedCrew>;
  readonly fate: Fate;
  /** When it is created. */
  readonly created: Date;
  /** Minutes behind the plan at the end of the route. */
  readonly delay: number;
}

type Happening = Deed<DeliveryWork>;

/** The shortest time for which a courier looks for somebody. */
const SEARCH_MINUTES = 3;

/** Whether it is not over at the end of its course. */
export function staysOpen({ fate }: Course): boolean {
  return fate === 'waiting' || fate === 'at the door';
}

/** Everything that happens to a delivery, the first thing first, whether it is in the past or still to come. */
export function courseOf(random: Random, course: Course): Happening[] {
  const { delivery, crew, fate, created } = course;
  const deeds: Happening[] = [{ at: created, doneIn: (work) => work.create(delivery) }];
  if (fate === 'waiting') return deeds;
  if (!delivery.crew) {
    const assigned = addMinutes(created, 1 + random.between(1, 8));
    deeds.push({ at: assigned, doneIn: (work) => work.assign(delivery, crew) });
  }
  if (fate === 'cancelled') return [...deeds, cancellation(random, delivery, deeds.at(-1)!.at)];
  const left = addMinutes(delivery.route.scheduledStart, random.between(0, 6) + random.next());
  const isFailing = fate === 'failed' || fate === 'failed and tried again';
  const drive = isFailing ? failedDrive(random, course, left) : driveOf(random, course, left);
  return [...deeds, ...drive];
}

function cancellation(random: Random, delivery: PlannedDelivery, after: Date): Happening {
  const reason = random.pick(['CustomerRequest', 'OutOfStock', 'Duplicate'] as const);
  return { at: addMinutes(after, random.between(2, 9)), doneIn: (work) => work.cancel(delivery, { reason }) };
}

/** From the depot to the customer's signature, or to the door. */
function driveOf(random: Random, course: Course, left: Date): Happening[] {
  const { delivery } = course;
  const way = wayOf(random, course, left);
  const arrived = way.at(-1)!.at;
  const out: Happening = { at: addMinutes(arrived, 1), doneIn: (work) => work.goOut(delivery) };
  if (course.fate === 'at the door') return [...way, out];
  const proof = proofOf(random, delivery);
  const proved = addMinutes(arrived, random.between(SEARCH_MINUTES, 20));
  return [
    ...way,
    out,
    { at: proved, doneIn: (work) => work.prove(delivery, proof) },
    { at: addMinutes(proved, 1), doneIn: (work) => work.deliver(delivery, random.between(9, 34)) },
  ];
}

/** The first checkpoints, and then nobody is there; some are tried again on the way back. */
function failedDrive(random: Random, course: Course, left: Date): Happening[] {
  const { delivery, crew, fate } = course;
  const way = wayOf(random, course, left).slice(0, 3);
  const failed = addMinutes(way.at(-1)!.at, random.between(SEARCH_MINUTES, 12));
  const reason = random.pick(['CustomerAbsent', 'AddressNotFound', 'Refused'] as const);
  const ending = { reason, notes: 'Nobody could take it', distance: random.between(3, 15) };
  const attempt: Happening[] = [...way, { at: failed, doneIn: (work) => work.fail(delivery, ending) }];
  if (fate === 'failed') return attempt;
  const again = addMinutes(failed, random.between(2, 6));
  return [
    ...attempt,
    { at: again, doneIn: (work) => work.retry(delivery) },
    { at: addMinutes(again, 1), doneIn: (work) => work.assign(delivery, crew) },
    ...driveOf(random, course, addMinutes(again, 2)),
  ];
}

/** Leaving, the checkpoints, and what goes wrong between them. The delay grows from stop to stop. */
function wayOf(random: Random, { delivery, delay }: Course, left: Date): Happening[] {
  const { checkpoints } = delivery.route;
  let before = left;
  const deeds: Happening[] = [{ at: left, doneIn: (work) => work.leave(delivery) }];
  for (const { sequence, expectedAt } of checkpoints) {
    const wanted = addMinutes(expectedAt, (delay * sequence) / checkpoints.length + 4 * random.next() - 2);
    const reached = wanted > before ? wanted : addMinutes(before, 2 + random.next());
    deeds.push({ at: reached, doneIn: (work) => work.reach(delivery, sequence) });
    before = reached;
  }
  return [...deeds, ...plannedIncident(random, delivery, delay, deeds)].sort(
    (one, other) => one.at.getTime() - other.at.getTime(),
  );
}
