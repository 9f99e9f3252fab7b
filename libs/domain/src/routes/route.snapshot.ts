import { Checkpoint } from './checkpoint';
import { RouteId } from './route-id';
import { RouteStatus } from './route-status';

/** What a planner says of a route besides its checkpoints. */
export interface RouteDetails {
  readonly name: string;
  readonly origin: string;
  readonly destination: string;
  readonly scheduledStart: Date;
}

/** The whole state of a route. */
export interface RouteSnapshot extends RouteDetails {
  readonly id: RouteId;
  readonly status: RouteStatus;
  /** In the order of their sequences. */
  readonly checkpoints: readonly Checkpoint[];
  /** When the last checkpoint is expected; null without one. */
  readonly scheduledEnd: Date | null;
  readonly activatedAt: Date | null;
  /** When it was completed or cancelled; null before. */
  readonly endedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type RouteState = Omit<RouteSnapshot, 'id' | 'version'>;
