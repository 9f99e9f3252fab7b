import { faultsOf } from '@fleet/tests/builders/faults';
import { NOW } from '@fleet/tests/builders/moments';
import { hoursIn, RouteBuilder, stopAt } from '@fleet/tests/builders/route.builder';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { CheckpointDetails, checkpointsOf, MAX_CHECKPOINTS } from './checkpoint';
import { Route } from './route';
import { CheckpointNotFoundError, CheckpointOutOfOrderError, RouteNotInPlanningError } from './route.errors';

function read(...given: CheckpointDetails[]) {
  const checks = new FieldChecks();
  const checkpoints = checkpointsOf(checks, given);
  checks.done();
  return checkpoints;
}

/** The hours of the checkpoints; their sequences are always 1, 2, 3 … */
function hoursOf(route: Route): number[] {
  const { checkpoints, scheduledEnd } = route.snapshot();
  expect(checkpoints.map(({ sequence }) => sequence)).toEqual(checkpoints.map((_, index) => index + 1));
  expect(scheduledEnd).toEqual(checkpoints.at(-1)?.expectedAt ?? null);
  return checkpoints.map(({ expectedAt }) => (expectedAt.getTime() - hoursIn(0).getTime()) / 3_600_000);
}

describe('a checkpoint', () => {
  it('is null where nothing was said', () => {
    const [checkpoint] = read({ location: ' Praça ', expectedAt: hoursIn(1), earliest: null });
    const empty = { latitude: null, longitude: null, earliest: null, latest: null };
    expect(checkpoint).toEqual({ sequence: 1, location: 'Praça', expectedAt: hoursIn(1), ...empty });
  });

  it.each<[Partial<CheckpointDetails>, string[]]>([
    [{ location: 'l'.repeat(255) }, []],
    [{ location: 'l'.repeat(256) }, ['location must be at most 255 characters long']],
    [{ location: ' ' }, ['location is required']],
    [{ expectedAt: new Date(NaN) }, ['expectedAt must be a date']],
    [{ latitude: 91, longitude: 0 }, ['latitude must be between -90 and 90']],
    [{ longitude: 0 }, ['latitude is required beside the other one']],
    [{ earliest: hoursIn(1), latest: hoursIn(1) }, []],
    [{ earliest: new Date(hoursIn(1).getTime() + 1) }, ['earliest must not be after expectedAt']],
    [{ latest: new Date(hoursIn(1).getTime() - 1) }, ['latest must not be before expectedAt']],
    [{ earliest: new Date(NaN), latest: new Date(NaN) }, ['earliest must be a date', 'latest must be a date']],
  ])('with %j', (fields, faults) => {
    const named = faults.map((fault) => `checkpoints[0].${fault}`);
    expect(faultsOf(() => read(stopAt(1, fields)))).toEqual(named);
    expect(
      faultsOf(() => new RouteBuilder().passing().build().addCheckpoint(stopAt(1, fields), undefined, NOW)),
    ).toEqual(faults);
  });
});

describe('many checkpoints', () => {
  it('come in the order of their sequences', () => {
    const given = [stopAt(3, { sequence: 3 }), stopAt(1, { sequence: 1 }), stopAt(2, { sequence: 2 })];
    expect(read(...given).map(({ expectedAt }) => expectedAt)).toEqual([hoursIn(1), hoursIn(2), hoursIn(3)]);
  });

  it.each([
    ['a gap', [1, 3]],
    ['one twice', [1, 1]],
    ['a nought', [0, 1]],
    ['a fraction', [1, 1.5]],
    ['a negative one', [-1, 1]],
    ['one of them without', [2, undefined]],
  ])('with %s among their sequences are refused', (_, sequences) => {
    const given = sequences.map((sequence, index) => stopAt(index + 1, { sequence }));
    expect(faultsOf(() => read(...given))).toEqual(['checkpoints must have the sequences 1 to 2, each once, or none']);
  });

  it('are 100 at most', () => {
    const stops = (count: number) => Array.from({ length: count }, (_, index) => stopAt(index + 1));
    expect(read(...stops(MAX_CHECKPOINTS))).toHaveLength(100);
    expect(faultsOf(() => read(...stops(101)))).toEqual(['checkpoints must be at most 100']);
    const full = new RouteBuilder().passing(...stops(100)).build();
    expect(faultsOf(() => full.addCheckpoint(stopAt(101), undefined, NOW))).toEqual([
      'checkpoints must be at most 100',
    ]);
  });
});

describe('adding a checkpoint', () => {
  it.each<[number, number | undefined, number[]]>([
    [4, undefined, [1, 2, 3, 4]],
    [4, 4, [1, 2, 3, 4]],
    [0.5, 1, [0.5, 1, 2, 3]],
    [2.5, 3, [1, 2, 2.5, 3]],
  ])('of hour %d at place %p', (hour, place, hours) => {
    const route = new RouteBuilder().build();
    route.addCheckpoint(stopAt(hour), place, NOW);
    expect(hoursOf(route)).toEqual(hours);
    expect(route.events.map(({ type }) => type)).toEqual(['RouteCheckpointsChanged']);
  });

  it.each([0, 5, 1.5, -1])('at place %d of 3 is refused', (place) => {
    const route = new RouteBuilder().build();
    const message = Number.isInteger(place) ? 'must be between 1 and 4' : 'must be a whole number';
    expect(faultsOf(() => route.addCheckpoint(stopAt(4), place, NOW))).toEqual([`sequence ${message}`]);
    expect(route.hasChanged).toBe(false);
  });

  it('is refused out of order', () => {
    const route = new RouteBuilder().build();
    for (const [hour, place] of [
      [3, undefined],
      [2, 2],
      [4, 1],
      [0, 1],
    ] as const)
      // prettier-ignore
      expect(() => route.addCheckpoint(stopAt(hour), place, NOW)).toThrow(CheckpointOutOfOrderError);
    expect(route.hasChanged).toBe(false);
  });
});

describe('changing a checkpoint', () => {
  it('replaces it where it is', () => {
    const route = new RouteBuilder().build();
    route.changeCheckpoint(2, { location: 'Elsewhere', expectedAt: hoursIn(2.5) }, undefined, NOW);
    expect(hoursOf(route)).toEqual([1, 2.5, 3]);
    expect(route.snapshot().checkpoints[1]!.location).toBe('Elsewhere');
    expect(route.events[0]!.previous).toMatchObject({ scheduledEnd: hoursIn(3).toISOString() });
  });

  it.each([
    [1, 3, 4, [2, 3, 4]],
    [3, 1, 0.5, [0.5, 1, 2]],
    [2, 1, 0.5, [0.5, 1, 3]],
  ])('moves it from %d to %d with hour %d', (from, to, hour, hours) => {
    const route = new RouteBuilder().build();
    route.changeCheckpoint(from, stopAt(hour), to, NOW);
    expect(hoursOf(route)).toEqual(hours);
  });

  it('to the same is no change', () => {
    const route = new RouteBuilder().build();
    for (const place of [undefined, 2]) route.changeCheckpoint(2, stopAt(2), place, NOW);
    expect(route.hasChanged).toBe(false);
  });

  it('is refused where there is none, out of order and out of the route', () => {
    const route = new RouteBuilder().build();
    for (const none of [0, 4, 1.5, 1e200]) {
      expect(() => route.changeCheckpoint(none, stopAt(4), undefined, NOW)).toThrow(CheckpointNotFoundError);
    }
    expect(() => route.changeCheckpoint(1, stopAt(1), 3, NOW)).toThrow(CheckpointOutOfOrderError);
    expect(faultsOf(() => route.changeCheckpoint(1, stopAt(4), 4, NOW))).toEqual(['sequence must be between 1 and 3']);
  });
});

describe('removing a checkpoint', () => {
  it.each([
    [1, [2, 3]],
    [2, [1, 3]],
    [3, [1, 2]],
  ])('number %d moves up those after it', (sequence, hours) => {
    const route = new RouteBuilder().build();
    route.removeCheckpoint(sequence, NOW);
    expect(hoursOf(route)).toEqual(hours);
  });

  it('leaves none at last, and then there is nothing to remove', () => {
    const route = new RouteBuilder().passing(stopAt(1)).build();
    route.removeCheckpoint(1, NOW);
    expect(hoursOf(route)).toEqual([]);
    expect(() => route.removeCheckpoint(1, NOW)).toThrow(CheckpointNotFoundError);
  });
});

describe('replacing the checkpoints', () => {
  it('takes these instead', () => {
    const route = new RouteBuilder().build();
    route.replaceCheckpoints([stopAt(5, { sequence: 2 }), stopAt(4, { sequence: 1 })], NOW);
    expect(hoursOf(route)).toEqual([4, 5]);
    route.replaceCheckpoints([], NOW);
    expect(hoursOf(route)).toEqual([]);
  });

  it('by the same is no change', () => {
    const route = new RouteBuilder().build();
    route.replaceCheckpoints([stopAt(1), stopAt(2), stopAt(3)], NOW);
    expect(route.hasChanged).toBe(false);
  });

  it('is refused out of order', () => {
    expect(() => new RouteBuilder().build().replaceCheckpoints([stopAt(2), stopAt(1)], NOW)).toThrow(
      CheckpointOutOfOrderError,
    );
  });
});

describe('a route that is no longer in planning', () => {
  it.each([
    ['active', new RouteBuilder().active()],
    ['completed', new RouteBuilder().completed()],
    ['cancelled', new RouteBuilder().cancelled()],
  ])('because it is %s keeps its checkpoints', (_, builder) => {
    const route = builder.build();
    for (const change of [
      () => route.addCheckpoint(stopAt(4), undefined, NOW),
      () => route.changeCheckpoint(9, stopAt(4), undefined, NOW),
      () => route.removeCheckpoint(9, NOW),
      () => route.replaceCheckpoints([], NOW),
    ]) {
      expect(change).toThrow(RouteNotInPlanningError);
    }
    expect(hoursOf(route)).toEqual([1, 2, 3]);
  });
});
