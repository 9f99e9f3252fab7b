import { randomUUID } from 'node:crypto';
import { CheckpointDetails } from '@fleet/domain/routes/checkpoint';
import { Route } from '@fleet/domain/routes/route';
import { RouteDetails, RouteSnapshot } from '@fleet/domain/routes/route.snapshot';
import { EARLIER, NOW } from './moments';

const HOUR_MS = 3_600_000;

/** So many hours after the scheduled start of the builder's routes. */
export function hoursIn(hours: number): Date {
  return new Date(Date.parse('2026-02-02T08:00:00.000Z') + hours * HOUR_MS);
}

/** A checkpoint so many hours after the start, and nothing more than it needs. */
export function stopAt(hours: number, fields: Partial<CheckpointDetails> = {}): CheckpointDetails {
  return { location: `After ${hours} hours`, expectedAt: hoursIn(hours), ...fields };
}

/** A stored route in planning with checkpoints 1, 2 and 3 hours after its start. */
export class RouteBuilder {
  private id = randomUUID() as string;
  private details: RouteDetails = {
    name: 'Centro, manhã',
    origin: 'Distrito Industrial',
    destination: 'Centro',
    scheduledStart: hoursIn(0),
  };
  private checkpoints: readonly CheckpointDetails[] = [stopAt(1), stopAt(2), stopAt(3)];
  private steps: ((route: Route) => void)[] = [];

  withId(id: string): this {
    this.id = id;
    return this;
  }

  with(details: Partial<RouteDetails>): this {
    this.details = { ...this.details, ...details };
    return this;
  }

  passing(...checkpoints: CheckpointDetails[]): this {
    this.checkpoints = checkpoints;
    return this;
  }

  active(): this {
    this.steps = [(route) => route.activate(NOW)];
    return this;
  }

  completed(): this {
    this.active().steps.push((route) => route.complete(false, NOW));
    return this;
  }

  cancelled(): this {
    this.steps = [(route) => route.cancel(false, NOW)];
    return this;
  }

  /** A new one with all of its events, planned EARLIER. */
  plan(): Route {
    const route = Route.plan(this.id, this.details, this.checkpoints, EARLIER);
    for (const step of this.steps) step(route);
    return route;
  }

  /** As a repository gives it back: nothing has happened to it since. */
  build(): Route {
    return Route.replay(this.id, this.plan().events);
  }

  snapshot(): RouteSnapshot {
    return this.build().snapshot();
  }
}
