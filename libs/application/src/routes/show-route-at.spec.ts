import { PastAggregates } from '@fleet/application/audit/past-aggregates';
import { RouteNotFoundError } from '@fleet/domain/routes/route.errors';
import { AuditInMemory } from '@fleet/tests/builders/audit-in-memory';
import { FixedClock } from '@fleet/tests/builders/fake-ports';
import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { OneRoute } from '@fleet/tests/builders/one-route';
import { RouteBuilder } from '@fleet/tests/builders/route.builder';
import { routeView } from './route.view';
import { ShowRouteAt } from './show-route-at';

const route = new RouteBuilder().withId('route').active().plan();
const events = route.events.map((event) => ({ ...event, occurredAt: event.occurredAt.toISOString() }));
const past = new PastAggregates(new AuditInMemory(events), new FixedClock());
const show = new ShowRouteAt(past, new OneRoute('route', 'driver'));

describe('a route as of an instant', () => {
  it('is as it was then', async () => {
    const planned = new RouteBuilder().withId('route').build();
    expect(await show.execute('route', EARLIER)).toEqual(routeView(planned));
    expect(await show.execute('route', NOW)).toEqual(routeView(route));
  });

  it('is seen by a driver who has a delivery on it, and not found by another', async () => {
    expect(await show.execute('route', EARLIER, 'driver')).toMatchObject({ status: 'Planning', version: 1 });
    await expect(show.execute('route', EARLIER, 'other')).rejects.toThrow(RouteNotFoundError);
  });

  it('is not found before it was planned', async () => {
    await expect(show.execute('route', new Date(EARLIER.getTime() - 1))).rejects.toThrow(RouteNotFoundError);
  });
});
