import { AggregateRoot } from './aggregate-root';

class Lamp extends AggregateRoot {
  constructor(storedVersion: number) {
    super('Lamp', 'l1', storedVersion);
  }

  switchOn(at: Date): void {
    this.record('LampSwitchedOn', at, { on: true });
  }
}

const AT = new Date('2026-01-31T12:00:00.000Z');

describe('an aggregate', () => {
  it('that nothing has happened to has the version of its row', () => {
    const { id, storedVersion, version, hasChanged, events } = new Lamp(5);
    expect({ id, storedVersion, version, hasChanged, events }).toEqual({
      id: 'l1',
      storedVersion: 5,
      version: 5,
      hasChanged: false,
      events: [],
    });
  });

  it.each([0, 5])('moves its version on from %i with every event', (stored) => {
    const lamp = new Lamp(stored);
    lamp.switchOn(AT);
    expect(lamp.hasChanged).toBe(true);
    lamp.switchOn(AT);
    const event = { stream: 'Lamp', streamId: 'l1', type: 'LampSwitchedOn', occurredAt: AT, payload: { on: true } };
    expect(lamp.events).toEqual([
      { ...event, version: stored + 1 },
      { ...event, version: stored + 2 },
    ]);
    expect(lamp).toMatchObject({ storedVersion: stored, version: stored + 2, hasChanged: true });
  });
});
