import { exampleVehicles } from './example-rows';
import { FOUNDING_DAY, PlannedVehicle, VehicleRole } from './planned';
import { Random } from './random';
import { VEHICLE_MODELS, VehicleKind, VehicleModel, YEARLY_MILEAGE } from './vehicle-models';

interface Group {
  readonly role: VehicleRole;
  readonly count: number;
  readonly kinds?: readonly VehicleKind[];
  /** The last working day with trips, when something else keeps the vehicles from them after it. */
  readonly until?: number;
}

/** Besides the examples of the API's documentation, which are nine more. */
const FOUNDING: readonly Group[] = [
  { role: 'ordinary', count: 152 },
  { role: 'deliveries', count: 46, kinds: ['motorcycle', 'car', 'van'], until: FOUNDING_DAY },
  { role: 'on the road', count: 19, kinds: ['van', 'truck'], until: 1 },
  { role: 'due', count: 7, kinds: ['motorcycle', 'car', 'van'] },
  { role: 'due in workshop', count: 3, kinds: ['car', 'van'], until: 3 },
  { role: 'repair in workshop', count: 2, kinds: ['car', 'truck'], until: 3 },
  { role: 'spare', count: 2, kinds: ['car'], until: FOUNDING_DAY },
];
/** The working days on which new vehicles came, and how many at a time. */
const PURCHASES = [215, 170, 128, 85, 40];
const VEHICLES_A_PURCHASE = 12;

/** Until when the founding fleet's mileage was driven. */
const FOUNDING_YEAR = 2025;
const NEWEST_YEAR = 2024;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';

/** The fleet's vehicles in the order of their registration. */
export function planVehicles(): PlannedVehicle[] {
  const random = new Random('vehicles');
  const examples = exampleVehicles();
  const plates = new Set(examples.map(({ plate }) => plate));
  const founding = FOUNDING.flatMap((group) =>
    Array.from({ length: group.count }, () => foundingVehicle(random, plate(random, plates), group)),
  );
  const bought = PURCHASES.flatMap((since) =>
    Array.from({ length: VEHICLES_A_PURCHASE }, () => newVehicle(random, plate(random, plates), since)),
  );
  return [...examples, ...random.shuffled(founding), ...bought];
}

function foundingVehicle(random: Random, plate: string, { role, kinds, until = 0 }: Group): PlannedVehicle {
  const { name, kind, years } = pickModel(random, (model) => kinds?.includes(model.kind) ?? true);
  const year = random.between(...years);
  const mileage = Math.round((FOUNDING_YEAR - year) * YEARLY_MILEAGE[kind] * (0.5 + 0.8 * random.next()));
  const since = FOUNDING_DAY;
  return { plate, model: name, kind, year, mileage, role, since, until };
}

function newVehicle(random: Random, plate: string, since: number): PlannedVehicle {
  const { name, kind } = pickModel(random, ({ years }) => years[1] === NEWEST_YEAR);
  const mileage = random.between(8, 120);
  const role = 'ordinary';
  return { plate, model: name, kind, year: 'new', mileage, role, since, until: 0 };
}

function pickModel(random: Random, fits: (model: VehicleModel) => boolean): VehicleModel {
  return random.pick(VEHICLE_MODELS.filter(fits).flatMap((model) => Array.from({ length: model.share }, () => model)));
}

/** A plate as Brazil has given them since 2018, ABC1D23, that no vehicle has yet. */
function plate(random: Random, taken: Set<string>): string {
  const pick = (characters: string, count: number) =>
    Array.from({ length: count }, () => random.pick([...characters])).join('');
  for (;;) {
    const plate = pick(LETTERS, 3) + pick(DIGITS, 1) + pick(LETTERS, 1) + pick(DIGITS, 2);
    if (taken.has(plate)) continue;
    taken.add(plate);
    return plate;
  }
}
