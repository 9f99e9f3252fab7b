import { FixedClock } from '@fleet/tests/builders/fake-ports';
import { AuditInMemory, pastEvent } from '@fleet/tests/builders/audit-in-memory';
import { PastStates } from './past-states';

const OF = { entity: 'Vehicle', entityId: 'v' } as const;
const at = (time: string) => new Date(`2026-01-30T${time}Z`);

const REGISTERED = pastEvent('VehicleRegistered', 1, '08:00:00.000', { plate: 'A', mileage: 0, status: 'Available' });
const STARTED = pastEvent('VehicleTripStarted', 2, '09:00:00.000', { tripId: 't', status: 'InUse' });
const ENDED = pastEvent('VehicleTripEnded', 3, '10:00:00.000', { tripId: 't', status: 'Available', mileage: 7 });
const DELETED = pastEvent('VehicleDeleted', 4, '11:00:00.000', {});

const stateAt = (asOf: Date, ...events: ReturnType<typeof pastEvent>[]) =>
  new PastStates(new AuditInMemory(events), new FixedClock()).find(OF, asOf);

describe('a past state', () => {
  it('has each field as the last event before has left it', async () => {
    expect(await stateAt(at('09:30'), REGISTERED, STARTED, ENDED)).toEqual({
      version: 2,
      createdAt: REGISTERED.occurredAt,
      updatedAt: STARTED.occurredAt,
      fields: { plate: 'A', mileage: 0, status: 'InUse', tripId: 't' },
    });
  });

  it('holds what happened at that very instant, and not what happened a moment later', async () => {
    expect(await stateAt(at('10:00:00.000'), REGISTERED, STARTED, ENDED)).toMatchObject({ version: 3 });
    expect(await stateAt(at('09:59:59.999'), REGISTERED, STARTED, ENDED)).toMatchObject({ version: 2 });
  });

  it('is none before the first event, nor from the deletion on', async () => {
    expect(await stateAt(at('07:59:59.999'), REGISTERED)).toBeNull();
    expect(await stateAt(at('11:00'), REGISTERED, DELETED)).toBeNull();
    expect(await stateAt(at('10:59:59.999'), REGISTERED, DELETED)).toMatchObject({ version: 1 });
    expect(await stateAt(at('12:00'))).toBeNull();
  });

  it('leaves no event out, when a clock that was behind wrote the next one', async () => {
    const early = { ...ENDED, occurredAt: '2026-01-30T08:59:00.000Z' };
    expect(await stateAt(at('08:59:30'), REGISTERED, STARTED, early)).toMatchObject({ version: 1 });
    expect(await stateAt(at('09:00'), REGISTERED, STARTED, early)).toMatchObject({ version: 3 });
  });

  it('is not to be had of the future', async () => {
    const now = new FixedClock().now();
    const later = new Date(now.getTime() + 1);
    await expect(stateAt(later, REGISTERED)).rejects.toMatchObject({
      faults: [{ field: 'asOf', message: 'must not be in the future' }],
    });
    expect(await stateAt(now, REGISTERED)).toMatchObject({ version: 1 });
  });
});
