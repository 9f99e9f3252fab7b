import { VersionMismatchError } from '@fleet/application/shared/application-error';
import {
  CheckpointNotFoundError,
  RouteHasOpenDeliveriesError,
  RouteNotFoundError,
  RouteNotInPlanningError,
} from '@fleet/domain/routes/route.errors';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { FixedClock, NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { hoursIn, RouteBuilder, stopAt } from '@fleet/tests/builders/route.builder';
import { ActivateRoute } from './activate-route';
import { AddCheckpoint } from './add-checkpoint';
import { CancelRoute } from './cancel-route';
import { ChangeCheckpoint } from './change-checkpoint';
import { ChangeRoute } from './change-route';
import { CompleteRoute } from './complete-route';
import { RemoveCheckpoint } from './remove-checkpoint';
import { ReplaceCheckpoints } from './replace-checkpoints';
import { RouteChanges, RouteTarget } from './route-changes';
import { RouteView } from './route.view';

const DETAILS = { name: 'Sul', origin: 'A', destination: 'B', scheduledStart: hoursIn(0) };

function scene(builder = new RouteBuilder()) {
  const route = builder.build();
  const notes: string[] = [];
  const routes = new NotedRepository('route', notes, [route]);
  const changes = new RouteChanges(new SingleTry(), routes, new FixedClock());
  return { changes, notes, routes, route, id: route.id };
}

type Scene = ReturnType<typeof scene>;
type Change = (scene: Scene, target: RouteTarget) => Promise<RouteView>;

const add = (checkpoint = stopAt(4)): Change => {
  return ({ changes }, target) => new AddCheckpoint(changes).execute({ ...target, checkpoint });
};
const change = (sequence: number, checkpoint = stopAt(4)): Change => {
  return ({ changes }, target) => new ChangeCheckpoint(changes).execute({ ...target, sequence, checkpoint });
};
const remove = (sequence: number): Change => {
  return ({ changes }, target) => new RemoveCheckpoint(changes).execute({ ...target, sequence });
};
const changeDetails: Change = ({ changes }, target) => new ChangeRoute(changes).execute({ ...target, ...DETAILS });
const replace: Change = ({ changes }, target) =>
  new ReplaceCheckpoints(changes).execute({ ...target, checkpoints: [stopAt(5)] });
const activate: Change = ({ changes }, target) => new ActivateRoute(changes).execute(target);
const complete: Change = ({ changes, routes }, target) => new CompleteRoute(changes, routes).execute(target);
const cancel: Change = ({ changes, routes }, target) => new CancelRoute(changes, routes).execute(target);

const hours = ({ checkpoints }: RouteView) =>
  checkpoints.map(({ expectedAt }) => (Date.parse(expectedAt) - hoursIn(0).getTime()) / 3_600_000);

const ACTIVE = () => new RouteBuilder().active();
const CHANGES: [string, Change, () => RouteBuilder, object, number[]][] = [
  ['changing the details', changeDetails, () => new RouteBuilder(), { name: 'Sul' }, [1, 2, 3]],
  ['adding a checkpoint', add(), () => new RouteBuilder(), {}, [1, 2, 3, 4]],
  ['adding one in front', add(stopAt(0.5, { sequence: 1 })), () => new RouteBuilder(), {}, [0.5, 1, 2, 3]],
  ['changing a checkpoint', change(3), () => new RouteBuilder(), {}, [1, 2, 4]],
  ['moving a checkpoint', change(1, stopAt(4, { sequence: 3 })), () => new RouteBuilder(), {}, [2, 3, 4]],
  ['removing a checkpoint', remove(2), () => new RouteBuilder(), {}, [1, 3]],
  ['replacing the checkpoints', replace, () => new RouteBuilder(), {}, [5]],
  ['activating', activate, () => new RouteBuilder(), { status: 'Active' }, [1, 2, 3]],
  ['completing', complete, ACTIVE, { status: 'Completed' }, [1, 2, 3]],
  ['cancelling', cancel, ACTIVE, { status: 'Cancelled' }, [1, 2, 3]],
];

describe.each(CHANGES)('%s', (_, make, from, seen, checkpoints) => {
  it('locks the route before it reads it, and stores what it has become', async () => {
    const one = scene(from());
    const { storedVersion, id } = one.route;
    const view = await make(one, { id, expectedVersion: [storedVersion] });
    expect(view).toMatchObject({ id, version: storedVersion + 1, updatedAt: NOW.toISOString(), ...seen });
    expect(hours(view)).toEqual(checkpoints);
    expect(one.notes).toEqual(['lock route', 'find route', 'update route']);
  });

  it('is refused for another version, and before that where there is no route', async () => {
    const one = scene(from());
    await expect(make(one, { id: one.id, expectedVersion: [9] })).rejects.toThrow(VersionMismatchError);
    await expect(make(one, { id: 'other', expectedVersion: [9] })).rejects.toThrow(RouteNotFoundError);
    expect(one.notes).toEqual(['lock route', 'find route', 'lock route']);
    expect(one.route.hasChanged).toBe(false);
  });
});

it.each([
  ['a broken field', add(stopAt(4, { location: '' })), new RouteBuilder(), InvalidFieldsError],
  ['a checkpoint that is not there', remove(4), new RouteBuilder(), CheckpointNotFoundError],
  ['a plan that is fixed', changeDetails, new RouteBuilder().active(), RouteNotInPlanningError],
])('%s stores nothing', async (_, make, builder, error) => {
  const one = scene(builder);
  await expect(make(one, { id: one.id })).rejects.toThrow(error);
  expect(one.notes).not.toContain('update route');
});

it.each([
  ['completed', complete],
  ['cancelled', cancel],
])('a route with open deliveries is not %s', async (_, make) => {
  const one = scene(new RouteBuilder().active());
  one.routes.openDeliveries = true;
  await expect(make(one, { id: one.id })).rejects.toThrow(RouteHasOpenDeliveriesError);
  expect(one.notes).not.toContain('update route');
});
