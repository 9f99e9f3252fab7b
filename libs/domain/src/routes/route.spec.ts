import { faultsOf } from '@fleet/tests/builders/faults';
import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { hoursIn, RouteBuilder, stopAt } from '@fleet/tests/builders/route.builder';
import { CheckpointDetails } from './checkpoint';
import { Route } from './route';
import {
  CheckpointOutOfOrderError,
  RouteAlreadyEndedError,
  RouteHasNoCheckpointsError,
  RouteHasOpenDeliveriesError,
  RouteNotActiveError,
  RouteNotInPlanningError,
} from './route.errors';

const DETAILS = { name: ' Centro ', origin: 'A', destination: 'B', scheduledStart: hoursIn(0) };
const plan = (details: object = {}, ...checkpoints: CheckpointDetails[]) =>
  Route.plan('r1', { ...DETAILS, ...details }, checkpoints, NOW);

const STOP = { sequence: 1, location: 'S', latitude: null, longitude: null, earliest: null, latest: null };

describe('planning a route', () => {
  it('makes one without checkpoints, which has no end yet', () => {
    expect(plan().snapshot()).toEqual({
      ...DETAILS,
      id: 'r1',
      name: 'Centro',
      scheduledEnd: null,
      status: 'Planning',
      checkpoints: [],
      activatedAt: null,
      endedAt: null,
      version: 1,
      createdAt: NOW,
      updatedAt: NOW,
    });
  });

  it('ends it with its last checkpoint', () => {
    const route = plan({}, stopAt(1), stopAt(2.5));
    expect(route.snapshot()).toMatchObject({ scheduledEnd: hoursIn(2.5) });
    expect(route.snapshot().checkpoints.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it('records RoutePlanned with the full state', () => {
    const expectedAt = hoursIn(1).toISOString();
    const payload = {
      name: 'Centro',
      origin: 'A',
      destination: 'B',
      scheduledStart: hoursIn(0).toISOString(),
      scheduledEnd: expectedAt,
      checkpoints: [{ ...STOP, expectedAt }],
      status: 'Planning',
    };
    const event = { stream: 'Route', streamId: 'r1', version: 1, type: 'RoutePlanned', occurredAt: NOW };
    expect(plan({}, stopAt(1, { location: 'S' })).events).toEqual([{ ...event, payload, previous: null }]);
  });

  it.each<[object, string[]]>([
    [{ name: '' }, ['name is required']],
    [{ name: 'n'.repeat(100), origin: 'o'.repeat(255), destination: 'd'.repeat(255) }, []],
    [{ name: 'n'.repeat(101) }, ['name must be at most 100 characters long']],
    [{ origin: 'o'.repeat(256) }, ['origin must be at most 255 characters long']],
    [{ destination: 'd'.repeat(256) }, ['destination must be at most 255 characters long']],
    [{ origin: ' ', destination: '' }, ['origin is required', 'destination is required']],
    [{ scheduledStart: new Date(NaN) }, ['scheduledStart must be a date']],
  ])('with %j', (details, faults) => {
    expect(faultsOf(() => plan(details))).toEqual(faults);
  });

  it('names the faults of all fields at once, those of checkpoints with their places', () => {
    const stop = stopAt(1, { location: '', latitude: 1 });
    expect(faultsOf(() => plan({ name: '' }, stopAt(0.5), stop))).toEqual([
      'name is required',
      'checkpoints[1].location is required',
      'checkpoints[1].longitude is required beside the other one',
    ]);
  });

  it.each<[string, CheckpointDetails[]]>([
    ['at the start', [stopAt(0)]],
    ['before the start', [stopAt(-1)]],
    ['at the time of the one before', [stopAt(1), stopAt(1)]],
    ['before the one before', [stopAt(2), stopAt(1)]],
    ['before the one before by their sequences', [stopAt(1, { sequence: 2 }), stopAt(2, { sequence: 1 })]],
  ])('is refused with a checkpoint %s', (_, checkpoints) => {
    expect(() => plan({}, ...checkpoints)).toThrow(CheckpointOutOfOrderError);
  });
});

describe("changing a route's details", () => {
  const { name, origin, destination, scheduledStart } = new RouteBuilder().snapshot();
  const present = { name, origin, destination, scheduledStart };

  it('records what has changed, and what it was', () => {
    const route = new RouteBuilder().build();
    route.changeDetails({ ...present, name: ' Sul ', scheduledStart: hoursIn(0.5) }, NOW);
    expect(route.snapshot()).toMatchObject({ ...present, name: 'Sul', scheduledStart: hoursIn(0.5), version: 2 });
    expect(route.snapshot()).toMatchObject({ createdAt: EARLIER, updatedAt: NOW });
    expect(route.events).toMatchObject([
      {
        type: 'RouteDetailsChanged',
        version: 2,
        payload: { name: 'Sul', scheduledStart: hoursIn(0.5).toISOString() },
        previous: { name, scheduledStart: scheduledStart.toISOString() },
      },
    ]);
  });

  it('to the same is no change', () => {
    const route = new RouteBuilder().build();
    route.changeDetails({ ...present, name: ` ${name} `, scheduledStart: new Date(scheduledStart) }, NOW);
    expect(route.hasChanged).toBe(false);
  });

  it('leaves the start before the first checkpoint', () => {
    const route = new RouteBuilder().build();
    const late = { ...present, scheduledStart: hoursIn(1) };
    expect(() => route.changeDetails(late, NOW)).toThrow(CheckpointOutOfOrderError);
    expect(faultsOf(() => route.changeDetails({ ...late, name: '' }, NOW))).toEqual(['name is required']);
    expect(route.hasChanged).toBe(false);
  });

  it.each([
    ['active', new RouteBuilder().active()],
    ['completed', new RouteBuilder().completed()],
    ['cancelled', new RouteBuilder().cancelled()],
  ])('is over once it is %s', (_, builder) => {
    expect(() => builder.build().changeDetails(present, NOW)).toThrow(RouteNotInPlanningError);
  });
});

type Step = (route: Route, hasOpenDeliveries: boolean) => void;
const STEPS: Record<string, Step> = {
  activate: (route) => route.activate(NOW),
  complete: (route, hasOpen) => route.complete(hasOpen, NOW),
  cancel: (route, hasOpen) => route.cancel(hasOpen, NOW),
};
const FROM: Record<string, () => Route> = {
  Planning: () => new RouteBuilder().build(),
  Active: () => new RouteBuilder().active().build(),
  Completed: () => new RouteBuilder().completed().build(),
  Cancelled: () => new RouteBuilder().cancelled().build(),
};

describe('moving a route on', () => {
  it.each([
    ['Planning', 'activate', 'Active', 'RouteActivated', 'activatedAt'],
    ['Planning', 'cancel', 'Cancelled', 'RouteCancelled', 'endedAt'],
    ['Active', 'complete', 'Completed', 'RouteCompleted', 'endedAt'],
    ['Active', 'cancel', 'Cancelled', 'RouteCancelled', 'endedAt'],
  ])('from %s: %s makes it %s', (from, step, status, type, at) => {
    const route = FROM[from]!();
    STEPS[step]!(route, false);
    expect(route.snapshot()).toMatchObject({ status, [at]: NOW, updatedAt: NOW });
    const payload = { status, [at]: NOW.toISOString() };
    expect(route.events).toMatchObject([{ type, payload, previous: { status: from, [at]: null } }]);
  });

  it.each([
    ['Planning', 'complete', RouteNotActiveError],
    ['Active', 'activate', RouteNotInPlanningError],
    ['Completed', 'activate', RouteNotInPlanningError],
    ['Completed', 'complete', RouteNotActiveError],
    ['Completed', 'cancel', RouteAlreadyEndedError],
    ['Cancelled', 'activate', RouteNotInPlanningError],
    ['Cancelled', 'complete', RouteNotActiveError],
    ['Cancelled', 'cancel', RouteAlreadyEndedError],
  ])('from %s: %s is refused, with open deliveries or without', (from, step, error) => {
    for (const hasOpen of [true, false]) {
      const route = FROM[from]!();
      expect(() => STEPS[step]!(route, hasOpen)).toThrow(error);
      expect(route.hasChanged).toBe(false);
    }
  });

  it.each(['complete', 'cancel'])('%s waits for its deliveries', (step) => {
    const route = FROM.Active!();
    expect(() => STEPS[step]!(route, true)).toThrow(RouteHasOpenDeliveriesError);
    expect(route.hasChanged).toBe(false);
  });

  it('needs a checkpoint', () => {
    expect(() => new RouteBuilder().passing().build().activate(NOW)).toThrow(RouteHasNoCheckpointsError);
  });
});

describe('a route', () => {
  it.each(Object.keys(FROM))('that is %s is what its events say', (status) => {
    const route = FROM[status]!();
    expect(route.snapshot().status).toBe(status);
    expect(route.hasChanged).toBe(false);
  });

  it('is the same replayed from JSON as it was when it happened', () => {
    const route = new RouteBuilder().passing(stopAt(1, { earliest: hoursIn(0.5), latest: hoursIn(1) })).plan();
    route.addCheckpoint(stopAt(2, { latitude: -90, longitude: 180 }), undefined, NOW);
    route.removeCheckpoint(1, NOW);
    route.activate(NOW);
    route.complete(false, NOW);
    const stored = route.events.map(({ payload, ...event }) => ({
      ...event,
      payload: JSON.parse(JSON.stringify(payload)) as typeof payload,
    }));
    const again = Route.replay(route.id, stored);
    expect(again.snapshot()).toEqual(route.snapshot());
    expect([again.version, again.storedVersion, again.hasChanged]).toEqual([5, 5, false]);
  });
});
