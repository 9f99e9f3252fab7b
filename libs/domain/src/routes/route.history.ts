import { PastEvent } from '@fleet/domain/shared/past-event';
import { Checkpoint } from './checkpoint';
import { CheckpointPayload } from './route.events';
import { RouteState } from './route.snapshot';

const NEW: Omit<RouteState, 'createdAt' | 'updatedAt'> = {
  name: '',
  origin: '',
  destination: '',
  scheduledStart: new Date(0),
  scheduledEnd: null,
  status: 'Planning',
  checkpoints: [],
  activatedAt: null,
  endedAt: null,
};

const INSTANTS = ['scheduledStart', 'scheduledEnd', 'activatedAt', 'endedAt'];

/** The state after one more event: every payload holds its fields as they are from then on. */
export function afterRouteEvent(
  state: RouteState | null,
  { payload, occurredAt }: Pick<PastEvent, 'payload' | 'occurredAt'>,
): RouteState {
  const before = state ?? { ...NEW, createdAt: occurredAt };
  const fields = Object.entries(payload).map(([field, value]) => [field, revived(field, value)] as const);
  return { ...before, ...Object.fromEntries(fields), updatedAt: occurredAt };
}

export function toCheckpointPayload({ expectedAt, earliest, latest, ...checkpoint }: Checkpoint): CheckpointPayload {
  return {
    ...checkpoint,
    expectedAt: expectedAt.toISOString(),
    earliest: earliest?.toISOString() ?? null,
    latest: latest?.toISOString() ?? null,
  };
}

function revived(field: string, value: unknown): unknown {
  if (field === 'checkpoints') return (value as CheckpointPayload[]).map(toCheckpoint);
  return INSTANTS.includes(field) && value !== null ? new Date(value as string) : value;
}

function toCheckpoint({ expectedAt, earliest, latest, ...checkpoint }: CheckpointPayload): Checkpoint {
  return {
    ...checkpoint,
    expectedAt: new Date(expectedAt),
    earliest: earliest === null ? null : new Date(earliest),
    latest: latest === null ? null : new Date(latest),
  };
}
