import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { changedFields } from '@fleet/domain/shared/changed-fields';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { PastEvent } from '@fleet/domain/shared/past-event';
import {
  areInOrder,
  Checkpoint,
  checkpoint,
  CheckpointDetails,
  checkpointsOf,
  MAX_CHECKPOINTS,
  numbered,
} from './checkpoint';
import { RouteId } from './route-id';
import {
  CheckpointNotFoundError,
  CheckpointOutOfOrderError,
  RouteAlreadyEndedError,
  RouteHasNoCheckpointsError,
  RouteHasOpenDeliveriesError,
  RouteNotActiveError,
  RouteNotInPlanningError,
} from './route.errors';
import { RouteEvents, RouteEventType } from './route.events';
import { afterRouteEvent, toCheckpointPayload } from './route.history';
import { RouteDetails, RouteSnapshot, RouteState } from './route.snapshot';

export const ROUTE_NAME_MAX_LENGTH = 100;
export const PLACE_MAX_LENGTH = 255;

/** A way from an origin over checkpoints to a destination, planned, driven once, and over. */
export class Route extends AggregateRoot {
  private state: RouteState | null = null;

  private constructor(id: RouteId, storedVersion: number) {
    super('Route', id, storedVersion);
  }

  /** @throws InvalidFieldsError with every field that is at fault, CheckpointOutOfOrderError */
  static plan(id: RouteId, details: RouteDetails, checkpoints: readonly CheckpointDetails[], now: Date): Route {
    const checks = new FieldChecks();
    const { scheduledStart, ...names } = checkDetails(checks, details);
    const stops = checkpointsOf(checks, checkpoints);
    checks.done();
    if (!areInOrder(scheduledStart, stops)) throw new CheckpointOutOfOrderError();
    const route = new Route(id, 0);
    const plan = { ...names, scheduledStart: scheduledStart.toISOString(), ...planOf(stops) };
    route.happened('RoutePlanned', now, { ...plan, status: 'Planning' });
    return route;
  }

  /** Rebuilds a route from its events, the oldest first. Checks nothing. */
  static replay(id: RouteId, events: readonly PastEvent[]): Route {
    const route = new Route(id, events.at(-1)!.version);
    for (const event of events) route.state = afterRouteEvent(route.state, event);
    return route;
  }

  snapshot(): RouteSnapshot {
    return { id: this.id, ...this.state!, version: this.version };
  }

  /**
   * The same values change nothing.
   * @throws InvalidFieldsError, RouteNotInPlanningError, CheckpointOutOfOrderError
   */
  changeDetails(details: RouteDetails, now: Date): void {
    const checks = new FieldChecks();
    const wanted = checkDetails(checks, details);
    checks.done();
    const { checkpoints } = this.inPlanning();
    if (!areInOrder(wanted.scheduledStart, checkpoints)) throw new CheckpointOutOfOrderError();
    const changes = changedFields(this.texts, toTexts(wanted));
    if (Object.keys(changes).length > 0) this.happened('RouteDetailsChanged', now, changes);
  }

  /**
   * @param sequence where it is put, those from there on after it; nothing for the end
   * @throws InvalidFieldsError, RouteNotInPlanningError, CheckpointOutOfOrderError
   */
  addCheckpoint(details: CheckpointDetails, sequence: number | undefined, now: Date): void {
    const added = checkOne(details);
    const { checkpoints } = this.inPlanning();
    const place = placeAmong(checkpoints.length + 1, sequence);
    this.putCheckpoints(checkpoints.toSpliced(place - 1, 0, { ...added, sequence: place }), now);
  }

  /**
   * @param moveTo its new place; nothing to leave it where it is
   * @throws InvalidFieldsError, RouteNotInPlanningError, CheckpointNotFoundError, CheckpointOutOfOrderError
   */
  changeCheckpoint(sequence: number, details: CheckpointDetails, moveTo: number | undefined, now: Date): void {
    const changed = checkOne(details);
    const others = this.without(sequence);
    const place = placeAmong(others.length + 1, moveTo ?? sequence);
    this.putCheckpoints(others.toSpliced(place - 1, 0, { ...changed, sequence: place }), now);
  }

  /** @throws RouteNotInPlanningError, CheckpointNotFoundError */
  removeCheckpoint(sequence: number, now: Date): void {
    this.putCheckpoints(this.without(sequence), now);
  }

  /**
   * All of them anew, in the order of their sequences, or else in this one.
   * @throws InvalidFieldsError, RouteNotInPlanningError, CheckpointOutOfOrderError
   */
  replaceCheckpoints(given: readonly CheckpointDetails[], now: Date): void {
    const checks = new FieldChecks();
    const checkpoints = checkpointsOf(checks, given);
    checks.done();
    this.inPlanning();
    this.putCheckpoints(checkpoints, now);
  }

  /** @throws RouteNotInPlanningError, RouteHasNoCheckpointsError */
  activate(now: Date): void {
    if (this.inPlanning().checkpoints.length === 0) throw new RouteHasNoCheckpointsError();
    this.happened('RouteActivated', now, { status: 'Active', activatedAt: now.toISOString() });
  }

  /**
   * @param hasOpenDeliveries whether a delivery on it is not over yet
   * @throws RouteNotActiveError, RouteHasOpenDeliveriesError
   */
  complete(hasOpenDeliveries: boolean, now: Date): void {
    if (this.state!.status !== 'Active') throw new RouteNotActiveError();
    if (hasOpenDeliveries) throw new RouteHasOpenDeliveriesError();
    this.happened('RouteCompleted', now, { status: 'Completed', endedAt: now.toISOString() });
  }

  /**
   * @param hasOpenDeliveries whether a delivery on it is not over yet
   * @throws RouteAlreadyEndedError, RouteHasOpenDeliveriesError
   */
  cancel(hasOpenDeliveries: boolean, now: Date): void {
    if (this.state!.endedAt !== null) throw new RouteAlreadyEndedError();
    if (hasOpenDeliveries) throw new RouteHasOpenDeliveriesError();
    this.happened('RouteCancelled', now, { status: 'Cancelled', endedAt: now.toISOString() });
  }

  private get texts(): Record<keyof RouteDetails, string> {
    return toTexts(this.state!);
  }

  private inPlanning(): RouteState {
    if (this.state!.status !== 'Planning') throw new RouteNotInPlanningError();
    return this.state!;
  }

  private without(sequence: number): Checkpoint[] {
    const { checkpoints } = this.inPlanning();
    const others = checkpoints.filter((one) => one.sequence !== sequence);
    if (others.length === checkpoints.length) throw new CheckpointNotFoundError();
    return others;
  }

  private putCheckpoints(checkpoints: readonly Omit<Checkpoint, 'sequence'>[], now: Date): void {
    const checks = new FieldChecks();
    if (checkpoints.length > MAX_CHECKPOINTS) checks.fault('checkpoints', `must be at most ${MAX_CHECKPOINTS}`);
    checks.done();
    const stops = numbered(checkpoints);
    if (!areInOrder(this.state!.scheduledStart, stops)) throw new CheckpointOutOfOrderError();
    const plan = planOf(stops);
    const isSame = JSON.stringify(plan) === JSON.stringify(planOf(this.state!.checkpoints));
    if (!isSame) this.happened('RouteCheckpointsChanged', now, plan);
  }

  private happened<T extends RouteEventType>(type: T, now: Date, payload: RouteEvents[T]): void {
    const before = this.state ?? undefined;
    this.record(type, now, payload, before && { ...before, ...planOf(before.checkpoints) });
    this.state = afterRouteEvent(this.state, { payload, occurredAt: now });
  }
}

function checkDetails(checks: FieldChecks, details: RouteDetails): RouteDetails {
  return {
    name: checks.text('name', details.name, ROUTE_NAME_MAX_LENGTH),
    origin: checks.text('origin', details.origin, PLACE_MAX_LENGTH),
    destination: checks.text('destination', details.destination, PLACE_MAX_LENGTH),
    scheduledStart: checks.instant('scheduledStart', details.scheduledStart),
  };
}

function checkOne(details: CheckpointDetails): Omit<Checkpoint, 'sequence'> {
  const checks = new FieldChecks();
  const checked = checkpoint(checks, details);
  checks.done();
  return checked;
}

/** @throws InvalidFieldsError when there is no such place among so many */
function placeAmong(places: number, wanted = places): number {
  const checks = new FieldChecks();
  const place = checks.wholeNumber('sequence', wanted, 1, places);
  checks.done();
  return place;
}

function planOf(checkpoints: readonly Checkpoint[]): RouteEvents['RouteCheckpointsChanged'] {
  const payload = checkpoints.map(toCheckpointPayload);
  return { checkpoints: payload, scheduledEnd: payload.at(-1)?.expectedAt ?? null };
}

function toTexts({ name, origin, destination, scheduledStart }: RouteDetails): Record<keyof RouteDetails, string> {
  return { name, origin, destination, scheduledStart: scheduledStart.toISOString() };
}
