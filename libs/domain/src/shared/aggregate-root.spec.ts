import { AggregateRoot } from './aggregate-root';

class Lamp extends AggregateRoot {
  constructor(storedVersion: number) {
    super('Lamp', 'l1', storedVersion);
  }

  private state = { on: false, since: new Date('2026-01-01T00:00:00.000Z'), by: null, room: 'hall' };

  change(at: Date): void {
    this.record('LampChanged', at, { on: true, since: at.toISOString(), by: 'Ana', watt: 7 }, this.state);
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
    const event = {
      stream: 'Lamp',
      streamId: 'l1',
      type: 'LampSwitchedOn',
      occurredAt: AT,
      payload: { on: true },
      previous: null,
    };
    expect(lamp.events).toEqual([
      { ...event, version: stored + 1 },
      { ...event, version: stored + 2 },
    ]);
    expect(lamp).toMatchObject({ storedVersion: stored, version: stored + 2, hasChanged: true });
  });

  it('records of each changed field what it was before, where it was there at all', () => {
    const lamp = new Lamp(5);
    lamp.change(AT);
    expect(lamp.events[0]?.previous).toEqual({ on: false, since: '2026-01-01T00:00:00.000Z', by: null });
  });
});
