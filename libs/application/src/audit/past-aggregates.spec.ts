import { AuditInMemory, pastEvent } from '@fleet/tests/builders/audit-in-memory';
import { FixedClock } from '@fleet/tests/builders/fake-ports';
import { PastEvent } from '@fleet/domain/shared/past-event';
import { PastAggregates } from './past-aggregates';

const OF = { entity: 'Route', entityId: 'r' } as const;
const PLANNED = pastEvent('RoutePlanned', 1, '08:00:00.000', { name: 'A' });
const ACTIVATED = pastEvent('RouteActivated', 2, '09:00:00.000', { status: 'Active' });

const replay = (id: string, events: readonly PastEvent[]) => ({ id, events });
const find = (asOf: string, ...events: ReturnType<typeof pastEvent>[]) =>
  new PastAggregates(new AuditInMemory(events), new FixedClock()).find(OF, new Date(asOf), replay);

describe('a past aggregate', () => {
  it('is rebuilt from what had happened by then, that very instant included', async () => {
    const [planned, activated] = [PLANNED, ACTIVATED].map((one) => ({ ...one, occurredAt: new Date(one.occurredAt) }));
    expect(await find('2026-01-30T08:59:59.999Z', PLANNED, ACTIVATED)).toEqual({ id: 'r', events: [planned] });
    expect(await find('2026-01-30T09:00:00.000Z', PLANNED, ACTIVATED)).toEqual({
      id: 'r',
      events: [planned, activated],
    });
  });

  it('is none before the first event, nor when nothing ever happened', async () => {
    expect(await find('2026-01-30T07:59:59.999Z', PLANNED)).toBeNull();
    expect(await find('2026-01-30T12:00:00.000Z')).toBeNull();
  });

  it('is not to be had of the future', async () => {
    await expect(find('2999-01-01', PLANNED)).rejects.toMatchObject({
      faults: [{ field: 'asOf', message: 'must not be in the future' }],
    });
  });
});
