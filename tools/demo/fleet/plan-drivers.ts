import { GIVEN_NAMES, SURNAMES } from './people';
import { exampleDrivers } from './example-rows';
import { DriverRole, FOUNDING_DAY, PlannedDriver } from './planned';
import { Random } from './random';

/** Besides the examples of the API's documentation, which are ten more. */
const FOUNDING: readonly { role: DriverRole; count: number }[] = [
  { role: 'ordinary', count: 86 },
  { role: 'deliveries', count: 46 },
  { role: 'on the road', count: 19 },
  { role: 'left', count: 7 },
  { role: 'spare', count: 2 },
];
/** The working days on which the others were hired. */
const HIRED = { count: 30, earliest: 240, latest: 20 };
/** The working days on which somebody left. */
const LEFT = { earliest: 200, latest: 5 };

/** The fleet's drivers in the order of their registration. */
export function planDrivers(): PlannedDriver[] {
  const random = new Random('drivers');
  const names = new Set<string>();
  const driver = (role: DriverRole, since: number): PlannedDriver => ({
    ...person(random, names),
    role,
    since,
    until: lastDay(random, role),
  });
  const founding = FOUNDING.flatMap(({ role, count }) =>
    Array.from({ length: count }, () => driver(role, FOUNDING_DAY)),
  );
  const hired = Array.from({ length: HIRED.count }, () =>
    driver('ordinary', random.between(HIRED.latest, HIRED.earliest)),
  );
  return [...exampleDrivers(), ...random.shuffled(founding), ...hired];
}

function lastDay(random: Random, role: DriverRole): number {
  if (role === 'spare' || role === 'deliveries') return FOUNDING_DAY;
  if (role === 'left') return random.between(LEFT.latest, LEFT.earliest);
  return role === 'on the road' ? 1 : 0;
}

/** Made up, and made so that it is nobody's: no licence number begins with 99, and no mobile number with 90. */
function person(random: Random, taken: Set<string>): Pick<PlannedDriver, 'name' | 'licenseNumber' | 'phone'> {
  for (;;) {
    const name = [random.pick(GIVEN_NAMES), ...random.pickSome(SURNAMES, 2)].join(' ');
    if (taken.has(name)) continue;
    taken.add(name);
    // The place in the list keeps the number unique.
    const number = String(taken.size).padStart(4, '0');
    const phone = `+55 19 90${random.between(100, 999)}-${number}`;
    return { name, licenseNumber: `99${random.between(10_000, 99_999)}${number}`, phone };
  }
}
