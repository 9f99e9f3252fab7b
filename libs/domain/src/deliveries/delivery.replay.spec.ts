import { CHECKPOINT, DETAILS, PROOF } from '@fleet/tests/builders/delivery.builder';
import { NOW } from '@fleet/tests/builders/moments';
import { DomainError } from '@fleet/domain/shared/domain-error';
import { PastEvent } from '@fleet/domain/shared/past-event';
import { Delivery } from './delivery';
import { DELIVERY_STATUSES } from './delivery-status';

const MINUTE_MS = 60_000;
const CHECKPOINTS = [CHECKPOINT, { ...CHECKPOINT, sequence: 2, earliest: null, latest: null }];

/** The same numbers for the same seed, so that a failure can be seen again. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

type Command = (delivery: Delivery, random: (below: number) => number, now: Date) => void;

const COMMANDS: Command[] = [
  (delivery, random, now) => delivery.changeDetails({ ...DETAILS, reference: `NF-${random(3)}`, promisedBy: now }, now),
  (delivery, random, now) => delivery.changeDetails({ ...DETAILS, after: [`d${random(2)}`] }, now),
  (delivery, random, now) => delivery.assign({ vehicleId: `v${random(2)}`, driverId: random(2) ? 'p1' : null }, now),
  (delivery, random, now) => delivery.goInTransit(`t${random(9)}`, now),
  (delivery, random, now) => {
    const at = new Date(now.getTime() - random(90) * MINUTE_MS);
    delivery.reachCheckpoint(CHECKPOINTS[random(2)]!, at, now);
  },
  (delivery, _, now) => delivery.goOutForDelivery({ checkpoints: CHECKPOINTS }, now),
  (delivery, random, now) => delivery.captureProof({ ...PROOF, code: `${random(99)}`, fileKeys: '{}' }, now),
  (delivery, random, now) => delivery.deliver(random(100), now),
  (delivery, random, now) => random(3) || delivery.fail({ reason: 'Other', distance: random(9) }, now),
  (delivery, random, now) => random(6) || delivery.cancel({ reason: 'Other', notes: 'n' }, now),
  (delivery, _, now) => delivery.retry(now),
  (delivery, random, now) => {
    delivery.reportIncident(`i${random(99)}`, { type: 'Other', severity: 'Low', description: 'x' }, now);
  },
  (delivery, random, now) => delivery.resolveIncident(`i${random(99)}`, 'y', now),
];

/** As the event log keeps them: payloads are JSON. */
const stored = (delivery: Delivery): PastEvent[] =>
  delivery.events.map((event) => ({ ...event, payload: JSON.parse(JSON.stringify(event.payload)) as object }) as never);

/** What has happened after 60 commands, most of which are refused. */
function lived(seed: number): Delivery {
  const random = randomOf(seed);
  const slot = { id: 'r1', slotStart: NOW, slotEnd: new Date(NOW.getTime() + MINUTE_MS) };
  const delivery = Delivery.create('d9', slot, DETAILS, { vehicleId: null, driverId: null }, NOW);
  for (let step = 1; step <= 60; step++) {
    const { version } = delivery;
    try {
      COMMANDS[random(COMMANDS.length)]!(delivery, random, new Date(NOW.getTime() + step * MINUTE_MS));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (delivery.version !== version) throw new Error('What was refused has happened all the same.');
    }
  }
  return delivery;
}

describe('a delivery that is replayed', () => {
  it('is what it was, after whatever has happened to it', () => {
    const seen = new Set<string>();
    const types = new Set<string>();
    for (let seed = 1; seed <= 150; seed++) {
      const delivery = lived(seed);
      const replayed = Delivery.replay('d9', stored(delivery));
      expect([seed, replayed.snapshot()]).toEqual([seed, delivery.snapshot()]);
      expect(replayed.hasChanged).toBe(false);
      expect(replayed.storedVersion).toBe(delivery.events.length);
      seen.add(delivery.status);
      delivery.events.forEach(({ type }) => types.add(type));
    }
    expect([...seen].sort()).toEqual([...DELIVERY_STATUSES].sort());
    expect(types.size).toBe(13);
  });

  it('is, after each of its events, what it was then', () => {
    const delivery = lived(7);
    const events = stored(delivery);
    for (let count = 1; count <= events.length; count++) {
      const then = Delivery.replay('d9', events.slice(0, count)).snapshot();
      expect(then).toMatchObject({ version: count, updatedAt: events[count - 1]!.occurredAt });
      const event = delivery.events[count]?.previous ?? {};
      const known = Object.entries(event).filter(([field]) => field in then);
      const instants = ([field, value]: [string, unknown]) => [field, JSON.parse(JSON.stringify(value)) as unknown];
      expect(known.map(instants)).toEqual(
        known.map(([field]) => instants([field, then[field as keyof typeof then] as unknown])),
      );
    }
  });
});
