import { Route } from '@fleet/domain/routes/route';
import { CheckpointPayload } from '@fleet/domain/routes/route.events';
import { toCheckpointPayload } from '@fleet/domain/routes/route.history';
import { RouteStatus } from '@fleet/domain/routes/route-status';

/** A place that a route passes, as readers see it. Instants are ISO 8601 in UTC. */
export type CheckpointView = Readonly<CheckpointPayload>;

/** A route as readers see it. Instants are ISO 8601 in UTC. */
export interface RouteView {
  readonly id: string;
  readonly name: string;
  readonly origin: string;
  readonly destination: string;
  readonly scheduledStart: string;
  /** When the last checkpoint is expected; null without one. */
  readonly scheduledEnd: string | null;
  readonly status: RouteStatus;
  readonly checkpoints: readonly CheckpointView[];
  readonly activatedAt: string | null;
  /** When it was completed or cancelled. */
  readonly endedAt: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export function routeView(route: Route): RouteView {
  const snapshot = route.snapshot();
  return {
    id: snapshot.id,
    name: snapshot.name,
    origin: snapshot.origin,
    destination: snapshot.destination,
    scheduledStart: snapshot.scheduledStart.toISOString(),
    scheduledEnd: snapshot.scheduledEnd?.toISOString() ?? null,
    status: snapshot.status,
    checkpoints: snapshot.checkpoints.map(toCheckpointPayload),
    activatedAt: snapshot.activatedAt?.toISOString() ?? null,
    endedAt: snapshot.endedAt?.toISOString() ?? null,
    version: snapshot.version,
    createdAt: snapshot.createdAt.toISOString(),
    updatedAt: snapshot.updatedAt.toISOString(),
  };
}
