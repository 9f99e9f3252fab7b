import { CheckpointOutOfOrderError } from '@fleet/domain/routes/route.errors';
import { Route } from '@fleet/domain/routes/route';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { FixedClock, FixedId, NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { hoursIn, stopAt } from '@fleet/tests/builders/route.builder';
import { PlanRoute } from './plan-route';

const DETAILS = { name: ' Centro ', origin: 'A', destination: 'B', scheduledStart: hoursIn(0) };

function scene() {
  const notes: string[] = [];
  const routes = new NotedRepository<Route>('route', notes);
  return { notes, planRoute: new PlanRoute(new SingleTry(), routes, new FixedClock(), new FixedId('r')) };
}

describe('PlanRoute', () => {
  it('gives the route as readers see it', async () => {
    const { planRoute, notes } = scene();
    const view = await planRoute.execute({ ...DETAILS, checkpoints: [stopAt(1, { latest: hoursIn(2) })] });
    const stop = { sequence: 1, location: 'After 1 hours', latitude: null, longitude: null, earliest: null };
    expect(view).toEqual({
      ...DETAILS,
      id: 'r',
      name: 'Centro',
      scheduledStart: hoursIn(0).toISOString(),
      scheduledEnd: hoursIn(1).toISOString(),
      status: 'Planning',
      checkpoints: [{ ...stop, expectedAt: hoursIn(1).toISOString(), latest: hoursIn(2).toISOString() }],
      activatedAt: null,
      endedAt: null,
      version: 1,
      createdAt: NOW.toISOString(),
      updatedAt: NOW.toISOString(),
    });
    expect(notes).toEqual(['add route']);
  });

  it('needs no checkpoints', async () => {
    expect(await scene().planRoute.execute(DETAILS)).toMatchObject({ checkpoints: [], scheduledEnd: null });
  });

  it('stores nothing that is at fault', async () => {
    const { planRoute, notes } = scene();
    await expect(planRoute.execute({ ...DETAILS, name: '' })).rejects.toThrow(InvalidFieldsError);
    const outOfOrder = { ...DETAILS, checkpoints: [stopAt(0)] };
    await expect(planRoute.execute(outOfOrder)).rejects.toThrow(CheckpointOutOfOrderError);
    expect(notes).toEqual([]);
  });
});
