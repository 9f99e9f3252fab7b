import { PastEvent } from '@fleet/domain/shared/past-event';
import { DeliveryEvents, DeliveryEventType } from './delivery.events';
import { DeliveryState } from './delivery.snapshot';
import { Proof } from './proof';

type Happening = Pick<PastEvent, 'type' | 'payload' | 'occurredAt'>;
type Fold<T extends DeliveryEventType> = (
  state: DeliveryState,
  payload: DeliveryEvents[T],
  occurredAt: Date,
) => Partial<DeliveryState>;

const NEW_ATTEMPT = {
  tripId: null,
  leftAt: null,
  reached: [],
  proof: null,
  reason: null,
  notes: null,
  distance: null,
  delayMinutes: null,
  deliveredAt: null,
  lateMinutes: null,
} satisfies Partial<DeliveryState>;

const NEW = { ...NEW_ATTEMPT, incidents: [], earlierProofs: [], erasedAt: null } satisfies Partial<DeliveryState>;

/** What an event does besides setting the fields that it names; most do no more than that. */
const FOLDS: { readonly [T in DeliveryEventType]?: Fold<T> } = {
  DeliveryWentInTransit: (_, fields, leftAt) => ({ ...fields, leftAt }),
  DeliveryCheckpointReached: (state, { reachedAt, ...checkpoint }) => {
    const reached = [...state.reached, { ...checkpoint, reachedAt: new Date(reachedAt) }];
    // What counts is how far it has come, in whatever order that was told.
    const furthest = reached.reduce((one, other) => (other.sequence > one.sequence ? other : one));
    return { reached, delayMinutes: furthest.delayMinutes };
  },
  DeliveryIncidentReported: ({ incidents }, { incidentId, incidentType, ...report }, reportedAt) => ({
    incidents: [
      ...incidents,
      { id: incidentId, type: incidentType, ...report, reportedAt, resolvedAt: null, resolution: null },
    ],
  }),
  DeliveryIncidentResolved: ({ incidents }, { incidentId, resolution }, resolvedAt) => ({
    incidents: incidents.map((one) => (one.id === incidentId ? { ...one, resolvedAt, resolution } : one)),
  }),
  DeliveryProofCaptured: (state, { receivedBy, proofNotes, proofCode, scannedValue, files, fileKeys }, capturedAt) => ({
    proof: { receivedBy, notes: proofNotes, code: proofCode, scannedValue, files, fileKeys, capturedAt },
    earlierProofs: allProofs(state),
  }),
  DeliveryRetried: (state, fields) => ({ ...NEW_ATTEMPT, ...fields, earlierProofs: allProofs(state) }),
  DeliveryErased: ({ proof, earlierProofs }, { erasedAt }) => ({
    customerName: null,
    customerPhone: null,
    customerAddress: null,
    proof: proof && forgotten(proof),
    earlierProofs: earlierProofs.map(forgotten),
    erasedAt: new Date(erasedAt),
  }),
};

const INSTANTS = ['promisedBy', 'slotStart', 'slotEnd', 'deliveredAt'];

/** The state after one more event. */
export function afterDeliveryEvent(
  state: DeliveryState | null,
  { type, payload, occurredAt }: Happening,
): DeliveryState {
  const before = state ?? ({ ...NEW, createdAt: occurredAt } as unknown as DeliveryState);
  const fold = FOLDS[type as DeliveryEventType] as Fold<DeliveryEventType> | undefined;
  const changes = fold ? fold(before, payload, occurredAt) : revived(payload);
  return { ...before, ...changes, updatedAt: occurredAt };
}

/** That there was a proof stays. */
function forgotten(proof: Proof): Proof {
  return { ...proof, receivedBy: null, notes: null, code: null, scannedValue: null, fileKeys: null, files: [] };
}

/** Those that were replaced or did not help, and the present one. */
export function allProofs({ earlierProofs, proof }: DeliveryState): DeliveryState['earlierProofs'] {
  return proof ? [...earlierProofs, proof] : earlierProofs;
}

function revived(payload: PastEvent['payload']): Partial<DeliveryState> {
  const fields = Object.entries(payload).map(([field, value]) => {
    return [field, INSTANTS.includes(field) && value !== null ? new Date(value as string) : value] as const;
  });
  return Object.fromEntries(fields);
}
