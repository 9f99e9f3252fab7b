import { RouteStatus } from './route-status';

/** A checkpoint in an event. Instants are ISO 8601 in UTC. */
export interface CheckpointPayload {
  sequence: number;
  location: string;
  latitude: number | null;
  longitude: number | null;
  expectedAt: string;
  earliest: string | null;
  latest: string | null;
}

/** What can happen to a route, and what each event's payload holds. Instants are ISO 8601 in UTC. */
export type RouteEvents = {
  RoutePlanned: {
    name: string;
    origin: string;
    destination: string;
    scheduledStart: string;
    /** When the last checkpoint is expected; null without one. */
    scheduledEnd: string | null;
    checkpoints: CheckpointPayload[];
    status: RouteStatus;
  };
  /** Only the fields that changed. */
  RouteDetailsChanged: { name?: string; origin?: string; destination?: string; scheduledStart?: string };
  /** All of them, as they are from now on. */
  RouteCheckpointsChanged: { checkpoints: CheckpointPayload[]; scheduledEnd: string | null };
  RouteActivated: { status: RouteStatus; activatedAt: string };
  RouteCompleted: { status: RouteStatus; endedAt: string };
  RouteCancelled: { status: RouteStatus; endedAt: string };
};

export type RouteEventType = keyof RouteEvents;
