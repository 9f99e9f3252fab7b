import { Random } from './random';
import { VehicleKind } from './vehicle-models';

/** Work on a vehicle and what it costs on a car, in the fleet's currency. */
export interface Work {
  readonly description: string;
  readonly cost: number;
}

const work = (description: string, cost: number): Work => ({ description, cost });

const SERVICES: readonly Work[] = [
  work('Oil and filter change', 329),
  work('Preventive service: oil, filters and fluids', 680),
  work('Preventive service: oil, filters, front brake pads', 940),
  work('Preventive service: oil, filters, alignment and balancing', 790),
  work('Annual inspection and oil change', 520),
];

const REPAIRS: readonly Work[] = [
  work('Two new tyres, balancing', 980),
  work('Brake discs and pads, front axle', 870),
  work('Battery replaced', 560),
  work('Clutch kit', 1_850),
  work('Shock absorbers, front axle', 1_320),
  work('Timing belt and water pump', 1_190),
  work('Air conditioning recharged, cabin filter', 390),
  work('Windscreen replaced', 850),
  work('Alternator overhauled', 740),
  work('Headlamp bulbs', 95),
];

const MOTORCYCLE_REPAIRS: readonly Work[] = [
  work('Chain and sprockets', 690),
  work('Two new tyres', 980),
  work('Brake shoes', 240),
  work('Battery replaced', 560),
];

const COST: Record<VehicleKind, number> = { motorcycle: 0.4, car: 1, van: 1.45, truck: 2.9 };

export function service(random: Random, kind: VehicleKind): Work {
  return priced(random, random.pick(SERVICES), kind);
}

export function repair(random: Random, kind: VehicleKind): Work {
  return priced(random, random.pick(kind === 'motorcycle' ? MOTORCYCLE_REPAIRS : REPAIRS), kind);
}

/** Two bills for the same work are seldom the same. */
function priced(random: Random, { description, cost }: Work, kind: VehicleKind): Work {
  const cents = Math.round(cost * COST[kind] * 100 * (0.88 + 0.24 * random.next()));
  return { description, cost: cents / 100 };
}
